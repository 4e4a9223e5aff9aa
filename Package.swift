// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// Settings every target shares, so that no target can quietly opt out of a check.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func simulator(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Simulators/\(name)", swiftSettings: settings)
}

/// - Parameter fixtures: folders of files that tests read from where they lie.
func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], fixtures: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: fixtures, swiftSettings: settings)
}

func library(_ product: String, _ package: String) -> Target.Dependency {
    .product(name: product, package: package)
}

let argumentParser = library("ArgumentParser", "swift-argument-parser")
let dequeModule = library("DequeModule", "swift-collections")
let heapModule = library("HeapModule", "swift-collections")
let orderedCollections = library("OrderedCollections", "swift-collections")
let crypto = library("Crypto", "swift-crypto")
let cryptoExtras = library("CryptoExtras", "swift-crypto")
let yams = library("Yams", "Yams")
let grdb = library("GRDB", "GRDB.swift")

/// HTTP on both sides, and what the certificates of TLS are made with.
let http: [Target.Dependency] = [
    library("AsyncHTTPClient", "async-http-client"),
    library("HummingbirdCore", "hummingbird"),
    library("HummingbirdTLS", "hummingbird"),
    library("X509", "swift-certificates"),
    library("SwiftASN1", "swift-asn1"),
    library("NIOCore", "swift-nio"),
    library("NIOPosix", "swift-nio"),
    library("NIOHTTP1", "swift-nio"),
    library("NIOSSL", "swift-nio-ssl"),
    library("NIOHTTPTypes", "swift-nio-extras"),
    library("HTTPTypes", "swift-http-types"),
    library("Logging", "swift-log"),
]

let services: [Target.Dependency] = [
    "NodeAgent", "BareMetal", "Introspection", "Images", "Networks", "Plans", "Compute",
    "Orchestration",
]

/// Whether virtual machines can be reached, for which libvirt's headers are needed here (Debian's
/// libvirt-dev), and its library where the program runs. Without them everything else is built, and
/// `--via libvirt` says what is missing. UPDRAFT_LIBVIRT=1 demands them and 0 leaves them out,
/// whatever is installed; it also has the answer looked up anew, which SwiftPM remembers.
let hasLibvirt: Bool = {
    if let wish = Context.environment["UPDRAFT_LIBVIRT"] { return wish != "0" }
    let places = ["/usr/include", "/usr/local/include"]
    return places.contains {
        FileManager.default.fileExists(atPath: "\($0)/libvirt/libvirt.h")
    }
}()

/// What the command line then has more.
let libvirtRoom: [Target.Dependency] = hasLibvirt ? ["Libvirt"] : []
let libvirtSettings: [SwiftSetting] = hasLibvirt ? [.define("LIBVIRT")] : []

/// What is built where libvirt is.
let libvirtTargets: [Target] = [
    .target(name: "CLibvirt", linkerSettings: [.linkedLibrary("dl")]),
    room("Libvirt", ["Hardware", "Documents", "CLibvirt"]),
    tests("LibvirtTests", ["Hardware", "Documents", "Libvirt", "CLibvirt"]),
]

let package = Package(
    name: "updraft",
    products: [
        .executable(name: "updraft", targets: ["updraft"]),
        .executable(name: "updraft-bench", targets: ["updraft-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        room("Hardware"),
        room("World", ["Hardware"]),
        room("Documents", [yams, orderedCollections]),
        room("Jinja", ["Documents", orderedCollections]),
        room("IPMI", ["Hardware", crypto, cryptoExtras]),
        room("Redfish", ["Hardware"]),
        room("Fleet", ["Hardware", "IPMI", "BareMetal"]),
        .systemLibrary(name: "CEpoll"),
        room(
            "NodeAgent", ["Hardware", "World", "Documents", "Facts", crypto, orderedCollections]),
        room(
            "BareMetal",
            ["Hardware", "World", "Documents", "NodeAgent", yams, orderedCollections]),
        room(
            "Orchestration",
            [
                "Hardware", "World", "Documents", yams, crypto, orderedCollections, dequeModule,
                heapModule,
            ]),
        room("Introspection", ["Hardware", "Documents", orderedCollections]),
        room("Facts", ["Documents", orderedCollections]),
        room("Pictures"),
        room("Histories", ["Hardware"]),
        room("Outliers", ["Hardware", "Documents", "Facts", "Pictures", orderedCollections]),
        room("Matching", ["Documents", "Facts", "Pictures", orderedCollections]),
        room("Images", ["Hardware", "World"]),
        room("Networks", ["Hardware", "World"]),
        room("Plans", ["Hardware", "Documents", "Orchestration", orderedCollections]),
        room("Compute", ["Hardware", "World", "Plans", "BareMetal"]),
        room(
            "CloudResources",
            [
                "Hardware", "World", "Documents", "BareMetal", "Images", "Networks", "Plans",
                "Compute", "Orchestration", orderedCollections,
            ]),
        room(
            "Undercloud",
            [
                "Hardware", "World", "Documents", "CloudResources", "Facts", "Outliers",
                "Matching", orderedCollections,
            ] + services),
        room(
            "Harness",
            [
                "Hardware", "World", "Documents", "Jinja", "NodeAgent", "BareMetal", "Images",
                "Networks", "Plans", "Compute", "Orchestration", "Undercloud", "Pictures",
                "Introspection", "Matching", orderedCollections,
            ]),
        room(
            "Reports",
            [
                "Hardware", "World", "BareMetal", "Plans", "Compute", "Undercloud", "Harness",
                "Pictures", "Outliers", orderedCollections,
            ]),
        room(
            "Explorer",
            [
                "Hardware", "World", "Documents", "BareMetal", "Plans", "Undercloud", "Harness",
                "Histories", "Pictures", yams, orderedCollections,
            ]),
        room("LiveWorld", ["Hardware", "World", "IPMI", "NodeAgent", "CEpoll", grdb]),
        room("LiveHTTP", ["Hardware", "Redfish", crypto] + http),
        .executableTarget(
            name: "updraft",
            dependencies: [
                "Hardware", "World", "Documents", "Jinja", "NodeAgent", "Orchestration", "IPMI",
                "Redfish", "BareMetal", "Fleet", "Plans", "Undercloud",
                "Harness", "Reports", "Explorer", "LiveWorld", "LiveHTTP", "Simulation",
                "SimulatedDatacenter",
                "SimulatedCloud", "Facts", "Outliers", "Matching", "Introspection", "Pictures",
                argumentParser, orderedCollections,
            ] + libvirtRoom,
            swiftSettings: settings + libvirtSettings),

        simulator("Simulation", [heapModule, dequeModule]),
        simulator("SimulatedBenchmarks", ["Facts"]),
        simulator("SimulatedServices", ["Hardware"]),
        simulator("SimulatedCluster", ["Hardware", orderedCollections]),
        simulator(
            "SimulatedDatacenter",
            ["Hardware", "World", "IPMI", "Redfish", "Simulation", orderedCollections]),
        simulator(
            "SimulatedCloud",
            [
                "Hardware", "World", "NodeAgent", "BareMetal", "Images", "Networks", "Plans",
                "Compute", "Orchestration", "Undercloud", "Harness", "Simulation",
                "SimulatedDatacenter", "Documents", orderedCollections,
            ]),

        .executableTarget(
            name: "updraft-bench",
            dependencies: ["Simulation", "Outliers", "SimulatedBenchmarks", heapModule],
            path: "Benchmarks/updraft-bench", swiftSettings: settings),

        .target(
            name: "TestFiles", dependencies: ["Documents"], path: "Tests/TestFiles",
            swiftSettings: settings),
        tests("HardwareTests", ["Hardware"]),
        tests("IPMITests", ["Hardware", "IPMI", crypto]),
        tests("FleetTests", ["Hardware", "IPMI", "BareMetal", "Fleet"]),
        tests("RedfishTests", ["Hardware", "Redfish"]),
        tests("WorldTests", ["Hardware", "World"]),
        tests("EnrolmentTests", ["Hardware", "World", "BareMetal"]),
        tests("OrchestrationTests", ["Orchestration", orderedCollections], fixtures: ["Fixtures"]),
        tests(
            "StackTests",
            [
                "Hardware", "World", "Orchestration", "Simulation", "SimulatedDatacenter",
                orderedCollections,
            ]),
        tests(
            "CloudResourcesTests",
            [
                "Hardware", "World", "BareMetal", "Images", "Networks", "Plans", "Compute",
                "Orchestration", "CloudResources", "Simulation", "SimulatedDatacenter",
                orderedCollections,
            ]),
        tests("RecordsTests", ["Hardware", "World", "BareMetal"]),
        tests(
            "BareMetalTests",
            [
                "Hardware", "World", "NodeAgent", "Networks", "BareMetal", "Simulation",
                "SimulatedDatacenter",
            ]),
        tests(
            "NodeAgentTests",
            ["Hardware", "World", "NodeAgent", "Simulation", "SimulatedDatacenter"]),
        tests(
            "NodeConfigTests",
            ["World", "NodeAgent", "Documents", "Facts", "TestFiles", orderedCollections],
            fixtures: ["Fixtures"]),
        tests(
            "JinjaTests", ["Documents", "Jinja", "TestFiles", crypto, orderedCollections],
            fixtures: ["Fixtures"]),
        tests(
            "NetworksTests", ["Hardware", "World", "Networks", "Simulation", "SimulatedDatacenter"]),
        tests(
            "UndercloudTests",
            [
                "Hardware", "World", "Documents", "NodeAgent", "BareMetal", "Images", "Plans",
                "Compute", "Undercloud", "Simulation", "SimulatedDatacenter",
                orderedCollections,
            ]),
        tests(
            "IntrospectionTests",
            ["Hardware", "Documents", "Introspection", "TestFiles", orderedCollections],
            fixtures: ["Fixtures"]),
        tests(
            "FactsTests", ["Documents", "Facts", "TestFiles", orderedCollections],
            fixtures: ["Fixtures"]),
        tests("PicturesTests", ["Pictures"]),
        tests("HistoriesTests", ["Hardware", "Histories"]),
        tests("SimulatedServicesTests", ["Hardware", "Histories", "SimulatedServices"]),
        tests(
            "OutliersTests",
            ["Hardware", "Documents", "Facts", "Outliers", "SimulatedBenchmarks"]),
        tests(
            "MatchingTests",
            ["Documents", "Facts", "Matching", "Pictures", "TestFiles", orderedCollections],
            fixtures: ["Fixtures"]),
        tests("ImagesTests", ["Hardware", "World", "Images"]),
        tests("PlansTests", ["Documents", "Hardware", "Plans", orderedCollections]),
        tests("ComputeTests", ["Hardware", "Plans", "Compute"]),
        tests(
            "HarnessTests",
            [
                "Hardware", "World", "BareMetal", "Images", "Networks", "Plans", "Compute",
                "Orchestration", "Undercloud", "Harness",
            ]),
        tests(
            "ReportsTests",
            [
                "Hardware", "World", "BareMetal", "Compute", "Plans", "Undercloud", "Harness",
                "Reports", orderedCollections,
            ]),
        tests(
            "ExplorerTests",
            [
                "Hardware", "World", "Harness", "Histories", "Explorer", "Simulation",
                "SimulatedCloud",
            ]),
        .testTarget(name: "UpdraftTests", exclude: ["Fixtures"], swiftSettings: settings),
        tests(
            "LiveWorldTests", ["Hardware", "World", "IPMI", "NodeAgent", "LiveWorld", grdb],
            fixtures: ["Controllers/Fixtures"]),
        .testTarget(
            name: "LiveControllerTests",
            dependencies: ["Hardware", "Redfish", "LiveHTTP", library("NIOPosix", "swift-nio")],
            exclude: ["Peers/Fixtures"], swiftSettings: settings),
        tests("SimulationTests", ["Simulation"]),
        tests("SimulatedClusterTests", ["Hardware", "SimulatedCluster", orderedCollections]),
        tests(
            "SimulatedDatacenterTests",
            ["Hardware", "World", "IPMI", "Redfish", "Simulation", "SimulatedDatacenter"]),
        tests(
            "Contracts",
            [
                "Documents", "Hardware", "World", "NodeAgent", "Simulation", "SimulatedDatacenter",
                "SimulatedCloud", "LiveWorld",
            ]),
        tests(
            "SimulatedCloudTests",
            ["Hardware", "World", "Harness", "Simulation", "SimulatedDatacenter", "SimulatedCloud"]),
        tests("ScenarioTests", ["Harness", "Simulation", "SimulatedCloud"]),
        tests("TidyTests"),
    ] + (hasLibvirt ? libvirtTargets : [])
)
