import Documents
import Hardware

/// A boot override as it is noted in the domain itself (its `metadata`), so that it and the way
/// back outlive whoever asked for it, and hypervisors that start anew.
///
/// libvirt has no boot device for the next start alone. A domain that runs shows the description
/// it was started from; if that has the same note, the note has been used.
struct BootNote: Sendable, Hashable {
    private static let namespace = "urn:updraft:boot:1"
    private static let name = "updraft:boot"

    let override: BootOverride
    /// Different for each request.
    let mark: String
    /// The order that is to be in force again afterwards.
    let former: BootOrder

    init(_ override: BootOverride, mark: String, former: BootOrder) {
        self.override = override
        self.mark = mark
        self.former = former
    }

    /// The one in a domain's description; nil where there is none.
    init?(in domain: XMLElement) {
        guard let element = domain.child("metadata")?.children.first(where: Self.isNote),
            let device = element[attribute: "device"].flatMap(BootDevice.init),
            let word = element[attribute: "persistence"],
            let persistence = BootOverride.Persistence(rawValue: word),
            let mode = element[attribute: "mode"].flatMap(BootMode.init),
            let mark = element[attribute: "mark"]
        else { return nil }
        let entries = element.children.filter { $0.name == "updraft:former" }.map(\.content)
        former = element[attribute: "numbered"] == "yes" ? .devices(entries) : .kinds(entries)
        override = BootOverride(device, persistence, mode: mode)
        self.mark = mark
    }

    private static func isNote(_ element: XMLElement) -> Bool {
        element.attributes.contains { $0.value == namespace }
    }

    /// Puts a note into a description, or takes it out, whichever there was before.
    static func write(_ note: BootNote?, to domain: inout XMLElement) {
        domain.change("metadata") { metadata in
            metadata.removeChildren(where: isNote)
            if let note { metadata.append(note.element) }
        }
        domain.removeChildren { $0.name == "metadata" && $0.nodes.isEmpty }
    }

    private var element: XMLElement {
        let (isNumbered, entries) =
            switch former {
            case .kinds(let kinds): ("no", kinds)
            case .devices(let keys): ("yes", keys)
            }
        return XMLElement(
            Self.name,
            [
                "xmlns:updraft": Self.namespace, "device": override.device.rawValue,
                "persistence": override.persistence.rawValue, "mode": override.mode.rawValue,
                "mark": mark, "numbered": isNumbered,
            ], entries.map { XMLElement("updraft:former", text: $0) })
    }
}
