import Fleet
import Foundation
import Hardware
import IPMI
import LiveWorld
import Redfish
import SimulatedDatacenter

extension FarmOrder {
    /// Who may log in on a service, at most (``Redfish/RedfishLimits/accounts``).
    private static let mostAccounts = 16

    /// The Redfish service in front of machines, one for each of the plan's.
    ///
    /// - Parameters:
    ///   - systems: in the order of the plan.
    ///   - now: what the farm's clock shows.
    func service<Host: RedfishHost>(
        _ profile: RedfishProfile, _ systems: [RedfishSystem<Host>], at now: Duration
    ) -> FakeRedfish<Host> {
        FakeRedfish(
            profile, systems: systems, accounts: redfishAccounts,
            uuid: UUID().uuidString.lowercased(),
            epoch: .seconds(Date().timeIntervalSince1970) - now)
    }

    /// Those of all machines: one service has one list.
    private var redfishAccounts: [RedfishAccount] {
        var known: Set<String> = []
        var accounts: [RedfishAccount] = []
        for user in plan.machines.flatMap(users)
        where accounts.count < Self.mostAccounts && known.insert(user.name).inserted {
            accounts.append(
                RedfishAccount(
                    name: user.name, password: user.password, role: RedfishRole(user.privilege)))
        }
        return accounts
    }
}

extension FarmRedfish {
    /// A service at the place that was asked for, and its farm woken where a request waits.
    static func begin(
        _ service: FakeRedfish<Host>, at place: BMCAddress,
        _ farm: inout BMCFarm<some ControlledHost>
    ) throws -> FarmRedfish {
        let alarm: WakeUp
        do throws(SocketError) {
            alarm = try WakeUp()
            try farm.listen(to: alarm)
        } catch {
            StandardError.print("\(error)")
            throw ExitStatus.unavailable
        }
        return try FarmRedfish(service, at: place, alarm: alarm)
    }

    /// Where it is, for whoever starts the program.
    var announcement: String {
        "and over Redfish at https://\(address)/redfish/v1/ and http://, "
            + "certificate \(fingerprint)"
    }
}
