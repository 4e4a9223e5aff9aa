import BareMetal
import Hardware

/// Reads `power` of a scenario's `datacenter`.
struct PowerReader {
    private static let keys = [
        "supplies", "pdu", "idle", "busy", "inrush", "restore", "restore-within",
    ]

    func read(_ cursor: InputCursor?) -> PowerDescription {
        var power = PowerDescription.usual
        guard let mapping = cursor?.mapping(expected: "a mapping that describes the power") else {
            return power
        }
        mapping.reportUnknownKeys(known: Self.keys)
        power.supplies =
            mapping["supplies"]?.count(PowerDescription.supplyLimit) ?? power.supplies
        power.pdu = mapping["pdu"]?.watts()
        power.idle = mapping["idle"]?.watts() ?? power.idle
        power.busy = mapping["busy"]?.watts() ?? power.busy
        power.inrush = mapping["inrush"]?.watts() ?? power.inrush
        power.restore =
            mapping["restore"]?.choice("policy", PowerRestorePolicy.self) ?? power.restore
        power.restoreWithin = mapping["restore-within"]?.duration() ?? power.restoreWithin
        return power
    }
}
