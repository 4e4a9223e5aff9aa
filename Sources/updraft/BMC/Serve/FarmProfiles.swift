import Fleet
import Hardware
import IPMI
import SimulatedDatacenter

/// The profiles of a farm's controllers; those with the same users share one.
struct FarmProfiles {
    private let order: FarmOrder
    private var made: [[FleetAccount]: ControllerProfile] = [:]

    init(_ order: FarmOrder) { self.order = order }

    mutating func profile(of machine: ServedMachine) -> ControllerProfile {
        let users = order.users(of: machine)
        if let known = made[users] { return known }
        let profile = SimulatedMachine.controllerProfile(users.map(\.user))
        made[users] = profile
        return profile
    }
}
