import NodeAgent
import Testing

struct RefreshConfigTests {
    private static let good: MemoryNodeSystem.Program = { _ in CommandResult(status: 0) }
    private static let bad: MemoryNodeSystem.Program = { _ in CommandResult(status: 7) }

    private static func ran(
        _ programs: [String: MemoryNodeSystem.Program], _ files: [String: String] = [:]
    ) async -> (failure: RefreshFailure?, scripts: [String], system: MemoryNodeSystem) {
        let system = MemoryNodeSystem(files, programs: programs)
        var scripts: [String] = []
        do {
            try await RefreshConfig(on: system, folder: "/r/").run { script, _ in
                scripts.append(script)
            }
            return (nil, scripts, system)
        } catch { return (error, scripts, system) }
    }

    @Test func `phases come in their order, and scripts by their numbers`() async {
        let (failure, scripts, _) = await Self.ran([
            "/r/migration.d/1-last": Self.good, "/r/post-configure.d/99-done": Self.good,
            "/r/configure.d/100-late": Self.good, "/r/configure.d/20-apply": Self.good,
            "/r/configure.d/020-apply": Self.good, "/r/configure.d/name": Self.good,
            "/r/pre-configure.d/50-first": Self.good,
        ])
        #expect(failure == nil)
        #expect(
            scripts == [
                "/r/pre-configure.d/50-first", "/r/configure.d/name", "/r/configure.d/020-apply",
                "/r/configure.d/20-apply", "/r/configure.d/100-late",
                "/r/post-configure.d/99-done", "/r/migration.d/1-last",
            ])
    }

    @Test func `names with points and files that may not be run are passed over`() async {
        let (failure, scripts, _) = await Self.ran(
            ["/r/configure.d/10-a.sh": Self.bad, "/r/configure.d/20-b": Self.good],
            ["/r/configure.d/30-c": "text"])
        #expect(failure == nil)
        #expect(scripts == ["/r/configure.d/20-b"])
    }

    @Test func `the first failure ends everything, but for the handlers of errors`() async {
        let (failure, scripts, _) = await Self.ran([
            "/r/configure.d/10-a": Self.bad, "/r/configure.d/20-b": Self.good,
            "/r/post-configure.d/1": Self.good, "/r/error.d/1-tell": Self.good,
        ])
        #expect(failure?.phase == .configure)
        #expect(failure?.script == "/r/configure.d/10-a")
        #expect(failure?.result?.status == 7)
        #expect(scripts == ["/r/configure.d/10-a", "/r/error.d/1-tell"])
    }

    @Test func `what environment says is set before every script`() async {
        let (failure, scripts, system) = await Self.ran(
            ["/r/configure.d/10-a": Self.good, "/bin/bash": Self.good],
            ["/r/environment.d/10-path.sh": "export A=1", "/r/environment.d/9-b": "export B=1"])
        #expect(failure == nil)
        #expect(scripts == ["/r/configure.d/10-a"])
        let arguments = system.commands.first?.arguments.suffix(3)
        #expect(
            arguments == [
                "/r/configure.d/10-a", "/r/environment.d/9-b", "/r/environment.d/10-path.sh",
            ])
    }

    @Test func `a folder that is not there has no scripts`() async {
        #expect(await Self.ran([:]).failure == nil)
    }
}
