/// A list, which templates may add to.
final class JinjaList {
    var items: [JinjaValue]

    init(_ items: [JinjaValue]) { self.items = items }
}
