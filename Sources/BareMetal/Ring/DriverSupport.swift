public import Hardware

/// Which drivers a conductor has (Ironic's enabled hardware types).
public enum DriverSupport: Sendable, Hashable, Codable {
    case all
    case only([DriverName])

    func includes(_ driver: DriverName) -> Bool {
        switch self {
        case .all: true
        case .only(let drivers): drivers.contains(driver)
        }
    }
}
