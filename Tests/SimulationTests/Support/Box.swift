/// A place on the heap, to be written from closures and watched by weak references.
final class Box<Value> {
    var value: Value
    init(_ value: Value) { self.value = value }
}
