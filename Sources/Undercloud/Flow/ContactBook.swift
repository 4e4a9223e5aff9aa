import World

/// When the installed systems were last heard, by this replica's own clock.
actor ContactBook {
    private var last: [Identifier: Contact] = [:]

    func heard(_ instance: Identifier, _ contact: Contact) { last[instance] = contact }

    /// By instance: an answer from an earlier owner of a machine is no answer.
    func contacts(of instances: [Identifier]) -> [Identifier: Contact] {
        var found: [Identifier: Contact] = [:]
        for instance in instances { found[instance] = last[instance] }
        return found
    }
}
