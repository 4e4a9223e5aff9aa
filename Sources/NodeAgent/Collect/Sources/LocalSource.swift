/// `local`: files in folders of the machine.
package struct LocalSource<System: NodeSystem>: MetadataSource {
    private let collector: LocalCollector<System>

    package init(_ collector: LocalCollector<System>) { self.collector = collector }

    package func collect() async -> Collected {
        collector.collect().map { .documents($0) }
            ?? .unavailable("a folder or a file may not be trusted, or is not JSON")
    }
}
