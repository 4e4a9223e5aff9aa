/// Measures what the figures in the documents are about, and prints a table with ratios.
///
/// Build it for release: `swift run -c release updraft-bench`. A word after it runs only the
/// benchmarks with that word in their name; `outliers` is the table of the methods that look for
/// sick machines.
@main
struct UpdraftBench {
    static func main() {
        #if DEBUG
            print("This is a debug build; its figures say nothing.")
        #endif
        let word = CommandLine.arguments.dropFirst().first ?? ""
        guard word != "outliers" else {
            print(OutlierTable().text)
            return
        }
        var table = BenchmarkTable(title: "The kernel, on one core")
        for benchmark in KernelBenchmark.all
        where word.isEmpty || benchmark.name.contains(word) {
            table.add(benchmark.measure())
        }
        print(table.text)
    }
}
