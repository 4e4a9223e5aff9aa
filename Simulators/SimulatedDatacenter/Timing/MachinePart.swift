/// A part of a machine with chance of its own, so that a new draw in one does not move the others.
enum MachinePart: Int, CaseIterable {
    case power, firmware, controller, managementLink, disks, link, diskFaults, start
}
