import Documents
import Hardware

/// Where a domain starts from: as it is described for its next start, and as it runs.
struct DomainBoot: Sendable {
    /// What its next start is made from.
    private(set) var description: XMLElement
    /// What it was started from; nil while it is off.
    let running: XMLElement?

    /// The override that the next start is still to obey.
    var override: BootOverride? {
        guard let note = BootNote(in: description), !isUsed(note) else { return nil }
        return note.override
    }

    /// Whether the next start is to be from where it was before the override.
    var isOver: Bool { BootNote(in: description).map(isUsed) ?? false }

    /// Whether a mere reset, which changes nothing of how the domain is made, would start it from
    /// elsewhere than its next start is to be from.
    var isStale: Bool {
        guard let running else { return false }
        return BootOrder(of: running) != BootOrder(of: description)
    }

    private func isUsed(_ note: BootNote) -> Bool {
        guard note.override.persistence == .once, let running else { return false }
        return BootNote(in: running)?.mark == note.mark
    }

    /// Asks for a device, or for none.
    ///
    /// - Parameter mark: different for each request.
    mutating func set(_ override: BootOverride?, mark: String) throws(BMCError) {
        let note = BootNote(in: description)
        let former = note?.former ?? BootOrder(of: description)
        guard let override else {
            if note != nil { restore() }
            return
        }
        guard let order = former.beginning(with: override.device, of: description) else {
            throw .unsupported(override.device)
        }
        order.write(to: &description)
        BootNote.write(BootNote(override, mark: mark, former: former), to: &description)
    }

    /// Goes back to the order before the override.
    mutating func restore() {
        guard let note = BootNote(in: description) else { return }
        note.former.write(to: &description)
        BootNote.write(nil, to: &description)
    }
}
