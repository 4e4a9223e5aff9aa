/// Bounds that no template of a person reaches.
enum MustacheLimits {
    /// Sections in each other in one template.
    static let sections = 200
    /// Sections and partials within each other while a template is rendered.
    static let levels = 500
    /// Pieces of one rendering, each time counted.
    static let pieces = 200_000
    /// Bytes of what is rendered.
    static let text = 16 * 1024 * 1024
}
