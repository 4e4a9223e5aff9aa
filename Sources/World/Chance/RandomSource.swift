/// Where chance comes from. Drawing is safe from any task of the process.
///
/// A component takes a branch of its own by name, so that a new draw in one place does not move
/// the draws of another.
public protocol RandomSource: Sendable {
    /// 64 bits, all equally likely.
    func next() -> UInt64

    /// The source that belongs to the component of this name. The same name gives the same source.
    func branch(_ component: String) -> any RandomSource
}

extension RandomSource {
    /// The standard library's draws on this source.
    public func draw<Value>(
        _ body: (inout RandomSourceGenerator) -> Value
    ) -> Value {
        var generator = RandomSourceGenerator(source: self)
        return body(&generator)
    }
}
