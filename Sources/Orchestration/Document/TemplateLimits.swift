/// The bounds within which templates are read.
enum TemplateLimits {
    /// Of one text; Heat's `max_template_size` is a megabyte where TripleO configured it.
    static let bytes = 16 * 1024 * 1024
    /// Of maps and lists within each other; people's templates stay below twenty.
    static let depth = 128
    /// Values of one document, counted again each time that an alias repeats them: YAML's aliases
    /// make much out of little.
    static let values = 2_000_000
    /// Copies that one `repeat` makes.
    static let copies = 100_000
}
