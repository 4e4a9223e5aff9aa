/// What each checker holds runs against, in a sentence for people.
public enum CheckerRules {
    /// - Returns: the rule of the checker of this name; empty where there is no such checker.
    public static func rule(of checker: String) -> String { rules[checker] ?? "" }

    private static let rules: [String: String] = [
        "one-allocation":
            "A node names its allocation and the allocation its node; none outlives its "
            + "server.",
        "one-conductor":
            "A machine is commanded only by the conductor that the ring in force gives "
            + "it; the ring's epoch and conductors' terms only grow.",
        "breakers-hold":
            "No breaker trips because of what the control plane switched on.",
        "one-owner":
            "A node has at most one owner and one instance; a server has one machine.",
        "one-lock-holder":
            "A lock goes from one holder to the next through nobody, or from a "
            + "conductor that is no longer in the ring.",
        "one-leader":
            "Terms only grow and have one holder; nobody takes over from a holder that "
            + "may still act.",
        "one-address":
            "A provisioning address is lent to one interface.",
        "no-lost-intent":
            "What was accepted is done, failed with a reason, or under way, also after "
            + "a crash; each failure counts.",
        "no-stuck-state":
            "No node stays in an `-ing` or wait state beyond its limit.",
        "legal-transition":
            "Nodes move only along the provision table.",
        "inventory-conserved":
            "The pivot loses and changes nothing.",
        "active-untouched":
            "A node in use is not re-imaged, network-booted or switched off unless "
            + "asked.",
        "hinted-disk":
            "An image goes only to the disk the hint names.",
        "known-contents":
            "Nothing boots contents that are not the image asked for, whole.",
        "cleaned-disks":
            "A node enters the pool with its disks wiped.",
        "resting-machine":
            "A machine in the pool is off, and starts nothing over the network; one "
            + "that was given up is off.",
        "off-switch-kept":
            "A machine that may not be switched off is asked to go off by nobody.",
        "ordered-deployment":
            "Undercloud first, then the overcloud, then its endpoints.",
        "true-properties":
            "What introspection wrote down is what the machine has.",
        "bounded-losses":
            "Mass silence is not taken for mass death.",
        "healthy-kept":
            "A server is not taken from a machine that nothing was wrong with, and one "
            + "whose machine stopped is given its quarter of an hour; none is taken while "
            + "an operator works on its machine.",
        "ordered-steps":
            "A node's steps follow their plan; none is left out, and none of the "
            + "conductor's own is begun twice; power steps move the machine, and what "
            + "starts during a ramdisk's work is the ramdisk.",
        "steps-as-asked":
            "Plans are what was asked for; holds hold, aborts abort, starts are "
            + "counted.",
        "fenced-commits":
            "What conductors and leaders write rests on their right to write it.",
        "prompt-takeover":
            "What a dead conductor leaves is soon somebody else's.",
        "callback-timing":
            "A ramdisk is given up after half an hour without a word, neither sooner "
            + "nor much later.",
        "maintenance-kept":
            "A node is set aside after three failed rounds and taken back when its "
            + "controller answers; what a person set aside only a person takes back.",
        "power-kept":
            "Recorded power is what the controller told, and record and machine do not "
            + "stay apart.",
        "no-needless-failure":
            "Work on a node fails for a cause only.",
        "orphaned-work":
            "What a dead conductor was doing fails, and is taken for done by nobody.",
        "power-as-asked":
            "Changes of power are done under a lock, in time, and only where somebody "
            + "asked; guests are asked to shut down only where an operator wants it.",
        "operators-nodes":
            "Nothing is begun on a node that an operator has in hand but what the "
            + "operator asked for.",
        "power-rounds":
            "Every node at rest is looked at by its conductor, no oftener than said; a "
            + "difference is acted on; power that flaps sets the node aside, and it is "
            + "looked at more rarely from then on.",
        "patient-work":
            "Work is tried as often and as long as it is to be, and no lock is held "
            + "without end.",
        "servers-in-time":
            "A server's machine is switched on, heard of, or taken for lost, in time.",
        "firmware-recorded":
            "BIOS steps leave in the record what was asked for.",
        "copies-refused":
            "What is sent again or changed on the way is neither obeyed nor believed.",
        "sessions-returned":
            "No controller turns the services away because they have filled its table.",
        "done-in-deed":
            "A task that failed is not reported as done.",
        "carried-deployments":
            "A deployment is carried out by its server's machine, once for each config, "
            + "and is over only when that machine has told what came of it.",
        "question-asked":
            "A scenario's wire faults were met, and what it asks for came to pass.",
        "closed-provisioning":
            "A machine in use is not in a network for ramdisks.",
        "kept-ephemeral":
            "A rebuild leaves the ephemeral partition alone if it is to keep it, and "
            + "leaves nothing of it if not.",
        "sick-kept-away":
            "A machine with a part that was measured to be slow gets no server, unless an "
            + "operator takes it; sound machines are not called unfit beyond the stated rate.",
    ]
}
