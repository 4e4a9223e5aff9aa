// swift-tools-version: 6.1
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

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")
let heapModule = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let dequeModule = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let orderedCollections = Target.Dependency.product(
    name: "OrderedCollections", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "updraft",
    platforms: [.macOS(.v15)],
    products: [],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        room("Hardware"),
        room("World", ["Hardware"]),
        room("NodeAgent", ["Hardware", "World"]),
        room("BareMetal", ["Hardware", "World", "NodeAgent", yams, orderedCollections]),
        room("Introspection", ["Hardware"]),
        room("Images", ["Hardware", "World"]),
        room("Network", ["Hardware", "World"]),
        room("Plans", ["Hardware"]),
        room("Compute", ["Hardware", "Plans"]),
        room(
            "Undercloud",
            [
                "Hardware", "World", "NodeAgent", "BareMetal", "Introspection", "Images",
                "Network", "Plans", "Compute",
            ]),
        room(
            "Harness",
            [
                "Hardware", "World", "BareMetal", "Images", "Plans", "Undercloud", yams,
                orderedCollections,
            ]),
        simulator("Simulation", [heapModule, dequeModule, orderedCollections]),
        simulator(
            "SimulatedDatacenter", ["Hardware", "World", "Simulation", orderedCollections]),
        simulator(
            "SimulatedCloud",
            [
                "Hardware", "World", "NodeAgent", "BareMetal", "Images", "Plans", "Undercloud",
                "Harness", "Simulation", "SimulatedDatacenter", orderedCollections,
            ]),
    ]
)
