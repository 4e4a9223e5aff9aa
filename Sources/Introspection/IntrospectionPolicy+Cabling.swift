public import Hardware

extension IntrospectionPolicy {
    /// Why a machine is not cabled as introspection found it; nil where nothing speaks against it.
    ///
    /// A machine in another's place of a switch gets the networks that are meant for the other, and
    /// the other gets its own. An interface that hears nobody tells nothing.
    public static func cablingDoubt(about facts: MachineFacts, known: MachineFacts?) -> String? {
        guard let known else { return nil }
        for interface in known.interfaces {
            guard let old = interface.neighbour,
                let now = facts.interfaces.first(where: { $0.address == interface.address })?
                    .neighbour,
                old != now
            else { continue }
            return "\(interface.address) is plugged into \(now), introspection found it in \(old)"
        }
        return nil
    }
}
