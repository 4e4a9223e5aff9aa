import Hardware
import IPMI
import Redfish
import Simulation

/// The clients of one process on the management network: a connection for each controller and the
/// credentials it is spoken to with, kept for as long as the process lives.
final class Switchboard: Sendable {
    private struct Key: Hashable {
        let machine: MachineName
        let credentials: BMCCredentials
    }

    private let process: SimulatedProcess
    private let network: ManagementNetwork
    /// Looked up only.
    private let controllers: Confined<[Key: any BMC]>
    private let socket: Confined<IPMISocket?>

    init(_ process: SimulatedProcess, _ network: ManagementNetwork) {
        self.process = process
        self.network = network
        controllers = Confined(network.simulator, [:])
        socket = Confined(network.simulator, nil)
    }

    func controller(
        of machine: SimulatedMachine, over wire: ManagementProtocol,
        _ credentials: BMCCredentials
    ) -> any BMC {
        let key = Key(machine: machine.name, credentials: credentials)
        if let known = controllers.look({ $0[key] }) { return known }
        let made = connect(to: machine, over: wire, credentials)
        controllers.write { $0[key] = made }
        return made
    }

    private func connect(
        to machine: SimulatedMachine, over wire: ManagementProtocol,
        _ credentials: BMCCredentials
    ) -> any BMC {
        let news = ControllerNews(addressed: machine, process: process)
        switch wire {
        case .ipmi:
            let access = IPMIAccess(credentials)
            let socket = ipmiSocket
            let way = IPMIWay(
                socket: socket, host: socket.host(machine, access), machine: machine,
                access: access, defects: network.defects)
            return WiredIPMI(driver: IPMIController(over: way), news: news)
        case .redfish:
            let way = RedfishWay(machine: machine, process: process, network: network)
            return WiredRedfish(
                driver: RedfishController(over: way, access: RedfishAccess(credentials)),
                news: news)
        }
    }

    private var ipmiSocket: IPMISocket {
        if let known = socket.look({ $0 }) { return known }
        let made = network.open(process)
        socket.write { $0 = made }
        return made
    }
}
