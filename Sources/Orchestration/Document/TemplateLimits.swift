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
    /// Bytes that a value takes once its functions are resolved. Attributes that are put together
    /// of others twice each make much out of little, too.
    static let resolved = 16 * 1024 * 1024
    /// Bytes that a value takes beside its text.
    static let valueSize = 16
    /// Of values within each other, once functions are resolved.
    static let resolvedDepth = 200
}
