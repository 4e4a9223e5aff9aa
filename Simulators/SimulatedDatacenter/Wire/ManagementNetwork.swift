import Hardware
import IPMI
import Redfish
import Simulation
import World

/// The management network at wire fidelity: it carries datagrams and requests between processes and
/// the controllers of machines, with all that can befall them on the way.
///
/// What nobody speaks to costs nothing: a controller's server is made when it is first reached.
final class ManagementNetwork: Sendable {
    private struct State {
        var sockets: [DatagramPeer: IPMISocket] = [:]
        var ipmi: [MachineName: IPMIPort] = [:]
        var redfish: [MachineName: RedfishPort] = [:]
        var profiles: [BMCCredentials: ControllerProfile] = [:]
        var lastPort: UInt64 = 0
        var switchboards: [ObjectIdentifier: Switchboard] = [:]
    }

    private static let ipmiPort: UInt16 = 623

    let simulator: Simulator
    /// What the clients that speak over it do wrong.
    let defects: WireDefects
    private let state: Confined<State>

    init(_ simulator: Simulator, _ defects: WireDefects) {
        self.simulator = simulator
        self.defects = defects
        state = Confined(simulator, State())
    }

    // MARK: Who speaks

    /// The clients of one process; kept until it ends.
    func switchboard(of process: SimulatedProcess) -> Switchboard {
        let key = ObjectIdentifier(process)
        if let known = state.look({ $0.switchboards[key] }) { return known }
        let made = Switchboard(process, self)
        state.write { $0.switchboards[key] = made }
        process.onEnd { [self] in state.write { $0.switchboards[key] = nil } }
        return made
    }

    /// Makes a socket known under an address of its own until its process ends.
    func open(_ process: SimulatedProcess) -> IPMISocket {
        let peer = state.write {
            $0.lastPort += 1
            return DatagramPeer(high: 1, low: $0.lastPort, port: 49_152)
        }
        let socket = IPMISocket(process, self, peer)
        state.write { $0.sockets[peer] = socket }
        process.onEnd { [self] in state.write { $0.sockets[peer] = nil } }
        return socket
    }

    // MARK: IPMI

    /// Where a machine's controller is reached.
    static func peer(of machine: SimulatedMachine) -> DatagramPeer {
        DatagramPeer(high: 0, low: UInt64(machine.number), port: ipmiPort)
    }

    /// Sends a datagram to the controller that answers at a machine's address.
    func send(_ bytes: [UInt8], from socket: IPMISocket, to addressed: SimulatedMachine) {
        let machine = addressed.answering
        let kind = DatagramKind(bytes)
        let line = ManagementLine(machine: machine)
        let (peer, name) = (socket.peer, socket.process.name)
        for arrival in line.arrivals(
            isProof: kind == .proof, isInSession: kind == .inSession)
        {
            simulator.schedule(at: simulator.now + arrival.delay) { [self] in
                let isObeyed = port(of: machine).receive(bytes, from: peer, as: name)
                if arrival.isCopy, isObeyed, kind == .inSession {
                    machine.fabric.recorder.record(WireEvent.copyObeyed(machine.name))
                }
            }
        }
    }

    /// The other way; who sends it has the address at which it answers now.
    private func deliver(_ datagram: OutgoingDatagram, from machine: SimulatedMachine) {
        let kind = DatagramKind(datagram.bytes)
        let line = ManagementLine(machine: machine)
        for arrival in line.arrivals(
            isProof: kind == .proof, isInSession: kind == .inSession)
        {
            simulator.schedule(at: simulator.now + arrival.delay) { [self] in
                let address = machine.answering
                guard let socket = state.look({ $0.sockets[datagram.peer] }) else { return }
                let believed = socket.receive(
                    datagram.bytes, from: address, isCopy: arrival.isCopy)
                if arrival.isCopy, believed {
                    machine.fabric.recorder.record(WireEvent.copyBelieved(address.name))
                }
            }
        }
    }

    private func port(of machine: SimulatedMachine) -> IPMIPort {
        if let known = state.look({ $0.ipmi[machine.name] }) { return known }
        let number = machine.number
        let place = ControllerPlace(
            ipv4: 0x0A00_0000 | UInt32(number), mac: MACAddress(rawValue: UInt64(number)))
        let port = IPMIPort(machine, profile(of: machine), at: place)
        // As most controllers: a handful of sessions, and none of them gives way before its time.
        port.configure { $0.keepStaleSessions() }
        port.onSend = { [weak self] in self?.deliver($0, from: machine) }
        state.write { $0.ipmi[machine.name] = port }
        return port
    }

    private func profile(of machine: SimulatedMachine) -> ControllerProfile {
        let credentials = machine.credentials
        if let known = state.look({ $0.profiles[credentials] }) { return known }
        let account = UserAccount(
            name: credentials.user, password: credentials.password, privilege: .administrator)
        let profile = SimulatedMachine.controllerProfile([account])
        state.write { $0.profiles[credentials] = profile }
        return profile
    }

    // MARK: Redfish

    func service(of machine: SimulatedMachine) -> RedfishPort {
        if let known = state.look({ $0.redfish[machine.name] }) { return known }
        let credentials = machine.credentials
        let port = RedfishPort(
            machine,
            [
                RedfishAccount(
                    name: credentials.user, password: credentials.password, role: .administrator)
            ])
        state.write { $0.redfish[machine.name] = port }
        return port
    }
}

extension SimulatedMachine {
    fileprivate var credentials: BMCCredentials {
        guard let controller = specification.controller else {
            preconditionFailure("\(name) has no controller.")
        }
        return controller.credentials
    }
}
