/// Measures what the figures in the documents are about, and prints a table with ratios.
///
/// Build it for release: `swift run -c release updraft-bench`. A word after it runs only the
/// benchmarks with that word in their name.
@main
struct UpdraftBench {
    static func main() {
        #if DEBUG
            print("This is a debug build; its figures say nothing.")
        #endif
        var table = BenchmarkTable(title: "The kernel, on one core")
        let word = CommandLine.arguments.dropFirst().first ?? ""
        for benchmark in KernelBenchmark.all
        where word.isEmpty || benchmark.name.contains(word) {
            table.add(benchmark.measure())
        }
        print(table.text)
    }
}
