/// Which module may import which: the picture "Which way things lean" as data.
///
/// A new room gets its line here, in the change that makes it.
enum ImportTable {
    private static let ground = ["Hardware", "World"]
    private static let services = [
        "BareMetal", "Introspection", "Images", "Networks", "Compute", "Orchestration", "NodeAgent",
        "Telemetry", "Plans",
    ]
    private static let wire = ["IPMI", "Redfish", "Libvirt"]
    private static let simulators = ["Simulation", "SimulatedDatacenter", "SimulatedCloud"]

    /// The project's modules each of them may import.
    static let modules: [String: [String]] = [
        "Hardware": [],
        "World": ["Hardware"],
        "Documents": [],
        "Jinja": ["Documents"],
        "IPMI": ground,
        "Redfish": ground,
        "CLibvirt": [],
        "CEpoll": [],
        // What libvirt says is XML.
        "Libvirt": ground + ["CLibvirt", "Documents"],
        // It reads metadata and control files, and tools' outputs.
        "NodeAgent": ground + ["Documents", "Facts"],
        // It speaks to the ramdisk's agent.
        "BareMetal": ground + ["Documents", "NodeAgent"],
        // Its rules read and change documents.
        "Introspection": ground + ["Documents"],
        // What machines say of themselves, and which of them fall out of line.
        "Facts": ["Hardware", "Documents"],
        "Pictures": [],
        // What clients asked and were told, and whether it can be true.
        "Histories": ["Hardware"],
        "Outliers": ["Hardware", "Documents", "Facts", "Pictures"],
        "Matching": ["Documents", "Facts", "Pictures"],
        "Images": ground,
        "Networks": ground,
        // What plans come to are templates, which judge what is set in them.
        "Plans": ground + ["Documents", "Orchestration"],
        // It places the servers of a plan.
        "Compute": ground + ["Plans", "BareMetal"],
        "Orchestration": ground + ["Documents"],
        // It makes the cloud's own things of a stack's resources.
        "CloudResources": ground + services,
        "Telemetry": ground,
        // It judges what machines say of themselves, and gives each its role.
        "Undercloud": ground + services
            + ["CloudResources", "Documents", "Facts", "Outliers", "Matching"],
        // It reads scenarios' trees of templates.
        "Harness": ground + services
            + ["Undercloud", "Documents", "Jinja", "Pictures", "Matching"],
        // What a run looks like, folded from what its harness shows.
        "Reports": ground
            + ["BareMetal", "Plans", "Compute", "Undercloud", "Harness", "Pictures", "Outliers"],
        // It searches for failures by runs that somebody makes for it.
        "Explorer": ground
            + [
                "BareMetal", "Plans", "Undercloud", "Documents", "Harness", "Histories", "Pictures",
            ],
        // What commands make of inventories, accounts and answers, before anything is sent.
        "Fleet": ground + ["IPMI", "BareMetal"],
        // HTTP on real sockets. Apart from the live world, so that stores are built without it.
        "LiveHTTP": ["Hardware", "Redfish"],
        "LiveWorld": ground + wire + ["NodeAgent", "CEpoll", "Undercloud"],
        "API": ground + services + ["Undercloud"],
        "updraft": ground + services + wire + simulators
            + [
                "Undercloud", "Harness", "Reports", "Explorer", "Fleet", "LiveWorld", "LiveHTTP",
                "API", "Documents", "Jinja", "Facts", "Outliers", "Matching", "Pictures",
            ],
        "Simulation": [],
        "SimulatedBenchmarks": ["Facts"],
        // Services of a cloud as state machines; no kernel beneath them.
        "SimulatedServices": ["Hardware"],
        "SimulatedCluster": ["Hardware"],
        // Wire fidelity: the faces of a machine speak the drivers' protocols.
        "SimulatedDatacenter": ground + ["Simulation", "IPMI", "Redfish"],
        "SimulatedCloud": ground + services
            + ["Documents", "Simulation", "SimulatedDatacenter", "Undercloud", "Harness"],
        "updraft-bench": ground + services + simulators
            + [
                "Undercloud", "Harness", "LiveWorld", "Facts", "Outliers", "SimulatedBenchmarks",
            ],
    ]

    /// The folders that may use each library.
    static let libraries: [String: [String]] = [
        "Yams": [
            "Sources/Documents", "Sources/BareMetal", "Sources/Orchestration", "Sources/Explorer",
        ],
        "GRDB": ["Sources/LiveWorld"],
        "GRDBSQLite": ["Sources/LiveWorld"],
        "ArgumentParser": ["Sources/updraft", "Benchmarks"],
        "Foundation": ["Sources/LiveWorld", "Sources/Harness/Report", "Sources/updraft"],
        // The store's tables compare keys by `memcmp`.
        "Glibc": [
            "Simulators/Simulation", "Simulators/SimulatedDatacenter/Store", "Sources/LiveWorld",
            "Sources/LiveHTTP", "Sources/Libvirt", "Sources/updraft", "Benchmarks",
        ],
        // For atomic flags; the locks in it are banned by name.
        "Synchronization": everywhere,
        // libvirt's calls block, and its events come on a thread of their own.
        "Dispatch": [
            "Sources/LiveWorld", "Sources/Libvirt", "Sources/API", "Sources/updraft",
        ],
        "Hummingbird": ["Sources/API"],
        "HummingbirdCore": ["Sources/LiveHTTP", "Sources/API"],
        "HummingbirdTLS": ["Sources/LiveHTTP", "Sources/API"],
        "AsyncHTTPClient": ["Sources/LiveHTTP"],
        "HTTPTypes": ["Sources/LiveHTTP", "Sources/API"],
        "Logging": ["Sources/LiveHTTP", "Sources/API", "Sources/updraft"],
        // What a server shows who it is with.
        "X509": ["Sources/LiveHTTP"],
        "SwiftASN1": ["Sources/LiveHTTP"],
        "Subprocess": ["Sources/LiveWorld", "Sources/updraft"],
        "Crypto": everywhere,
        // AES in CBC mode, which IPMI asks for.
        "CryptoExtras": ["Sources/IPMI"],
        "FoundationEssentials": everywhere,
        "Collections": everywhere,
        "OrderedCollections": everywhere,
        "DequeModule": everywhere,
        "HeapModule": everywhere,
        "BitCollections": everywhere,
    ]

    /// Everywhere but in Hardware, which has the standard library only.
    private static let everywhere = ["Sources", "Simulators", "Benchmarks"]

    /// NIO comes as a family of modules.
    static func places(of library: String) -> [String]? {
        library.hasPrefix("NIO") ? ["Sources/LiveHTTP", "Sources/API"] : libraries[library]
    }
}
