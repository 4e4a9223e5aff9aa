/// A part of a parsed template.
indirect enum MustachePiece: Sendable, Hashable {
    case text(String)
    case value(String)
    case section(String, [MustachePiece])
    case inverted(String, [MustachePiece])
    /// Another template, with what stands before it in its line.
    case partial(String, indent: String)
}
