/// Measures what the figures in the documents are about, and prints a table with ratios.
///
/// Build it for release: `swift run -c release updraft-bench`.
@main
struct UpdraftBench {
    static func main() {
        #if DEBUG
            print("This is a debug build; its figures say nothing.")
        #endif
        var table = BenchmarkTable(title: "The kernel, on one core")
        for benchmark in KernelBenchmark.all { table.add(benchmark.measure()) }
        print(table.text)
    }
}
