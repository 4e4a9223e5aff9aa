import Fleet
import Foundation
import Hardware
import IPMI
import LiveWorld
import SimulatedDatacenter

/// Which faults are in force on which machines of a farm, and how they come about.
struct FarmFaults {
    private let names: [MachineName]
    private let places: [MachineName: Int]
    /// Nil in front of virtual machines, which break by themselves.
    private let world: ServedWorld?
    /// By machine; those without a fault are left out.
    private var inForce: [Int: [FarmFault]] = [:]

    init(_ names: [MachineName], _ world: ServedWorld? = nil) {
        self.names = names
        self.world = world
        places = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first
        }
    }

    func index(of machine: MachineName) -> Int? { places[machine] }

    /// Does as it is told, and answers; both are one line of JSON.
    mutating func answer(
        _ line: String, _ farm: inout BMCFarm<some ControlledHost>
    ) -> String {
        guard let order = try? JSONDecoder().decode(FaultOrder.self, from: Data(line.utf8)) else {
            return Self.encode(FaultAnswer(refusal: "the order cannot be understood"))
        }
        return Self.encode(carryOut(order, &farm))
    }

    private static func encode(_ answer: FaultAnswer) -> String {
        guard let data = try? JSONEncoder().encode(answer) else {
            preconditionFailure("Names and numbers can be encoded.")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private mutating func carryOut(
        _ order: FaultOrder, _ farm: inout BMCFarm<some ControlledHost>
    ) -> FaultAnswer {
        let unknown = order.machines.filter { places[MachineName($0)] == nil }
        guard unknown.isEmpty else {
            return FaultAnswer(refusal: "no machine is called \(unknown.joined(separator: ", "))")
        }
        if world == nil, order.verb == .inject, let fault = order.fault, !Self.needsNoWorld(fault) {
            return FaultAnswer(refusal: "virtual machines have no fault '\(fault.name)'")
        }
        let chosen =
            order.machines.isEmpty
            ? Array(names.indices) : order.machines.compactMap { places[MachineName($0)] }
        for index in chosen {
            switch order.verb {
            case .inject:
                guard let fault = order.fault else { continue }
                inject(fault, order.amount, index, &farm)
            case .repair:
                for fault in order.fault.map({ [$0] }) ?? inForce[index] ?? [] {
                    repair(fault, index, &farm)
                }
            case .show: break
            }
        }
        let lines = chosen.filter { inForce[$0] != nil }.map {
            FaultAnswer.Line(machine: names[$0].text, faults: (inForce[$0] ?? []).map(\.name))
        }
        return FaultAnswer(machines: chosen.count, inForce: lines)
    }

    /// Whether it is the controller's alone.
    private static func needsNoWorld(_ fault: FarmFault) -> Bool {
        switch fault {
        case .machine, .controller(.saysOn), .controller(.saysOff), .controller(.stuckPower): false
        case .controller: true
        }
    }

    private mutating func inject(
        _ fault: FarmFault, _ amount: Double?, _ index: Int,
        _ farm: inout BMCFarm<some ControlledHost>
    ) {
        guard fault.isMoment || !(inForce[index] ?? []).contains(fault) || amount != nil else {
            return
        }
        if !fault.isMoment, !(inForce[index] ?? []).contains(fault) {
            inForce[index, default: []].append(fault)
        }
        switch fault {
        case .controller(let own):
            begin(own, amount ?? fault.amount?.usual ?? 0, index, &farm)
        case .machine(let fault): world?.datacenter.inject(fault, on: names[index])
        }
    }

    private mutating func repair(
        _ fault: FarmFault, _ index: Int, _ farm: inout BMCFarm<some ControlledHost>
    ) {
        guard inForce[index]?.contains(fault) ?? false else { return }
        inForce[index]?.removeAll { $0 == fault }
        if inForce[index]?.isEmpty ?? false { inForce[index] = nil }
        switch fault {
        case .controller(let own): end(own, index, &farm)
        case .machine(let fault): world?.datacenter.repair(fault, on: names[index])
        }
    }

    private func begin(
        _ fault: ControllerFault, _ amount: Double, _ index: Int,
        _ farm: inout BMCFarm<some ControlledHost>
    ) {
        let now = farm.now
        switch fault {
        case .dead: set(\.isCut, true, index, &farm)
        case .slow: set(\.delay, .seconds(amount), index, &farm)
        case .lossy: set(\.loss, Ratio(min(max(amount, 0), 1)), index, &farm)
        case .saysOn: world?.datacenter.inject(.bmcSaysOn, on: names[index])
        case .saysOff: world?.datacenter.inject(.bmcSaysOff, on: names[index])
        case .stuckPower: world?.datacenter.inject(.bmcForgets, on: names[index])
        case .fullEventLog: farm.change(index) { $0.fillEventLog(at: now) }
        case .fullSessions: farm.change(index) { $0.sessionLimit = 0 }
        case .reset: farm.change(index) { $0.restartAtOnce() }
        case .credentialsChanged:
            farm.change(index) { $0.replaceUsers(with: [Self.factoryUser]) }
        case .clock1970: farm.change(index) { $0.setClock(to: .zero, at: now) }
        }
    }

    /// What is left where somebody has set a controller back.
    private static let factoryUser = UserAccount(
        name: "factory", password: "changeme", privilege: .administrator)

    private func end(
        _ fault: ControllerFault, _ index: Int, _ farm: inout BMCFarm<some ControlledHost>
    ) {
        switch fault {
        case .dead: set(\.isCut, false, index, &farm)
        case .slow: set(\.delay, .zero, index, &farm)
        case .lossy: set(\.loss, .never, index, &farm)
        case .saysOn: world?.datacenter.repair(.bmcSaysOn, on: names[index])
        case .saysOff: world?.datacenter.repair(.bmcSaysOff, on: names[index])
        case .stuckPower: world?.datacenter.repair(.bmcForgets, on: names[index])
        case .fullSessions:
            farm.change(index) { $0.sessionLimit = FakeBMCLimits.activeSessions }
        case .credentialsChanged: farm.change(index) { $0.restoreUsers() }
        case .fullEventLog, .reset, .clock1970: break
        }
    }

    private func set<Value>(
        _ part: WritableKeyPath<LineCondition, Value>, _ value: Value, _ index: Int,
        _ farm: inout BMCFarm<some ControlledHost>
    ) {
        var line = farm.line(of: index)
        line[keyPath: part] = value
        farm.setLine(line, of: index)
    }
}
