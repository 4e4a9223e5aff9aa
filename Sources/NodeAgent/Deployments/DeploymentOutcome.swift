/// What came of one deployment in a round.
package struct DeploymentOutcome: Sendable, Hashable {
    package enum End: Sendable, Hashable {
        /// It was carried out in an earlier round, or was being carried out when that broke off.
        case alreadyDeployed
        /// A component that has nothing for what is done to its resource. Nobody is told.
        case nothingToDo
        /// Nothing on the machine carries out its group. Nobody is told, and whoever waits for it
        /// waits until its time is over.
        case noHook
        /// It was carried out; the code it says, and what became of its signals.
        case carriedOut(status: Int, lost: [SignalError])
        /// It broke off. It is not tried again where its hook had begun.
        case broken(String)
    }

    package let id: String
    package let group: String
    package let end: End
}
