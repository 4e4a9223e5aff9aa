import ArgumentParser

/// The ways in which a machine's controller is spoken to.
enum ControllerProtocol: String, CaseIterable, ExpressibleByArgument {
    case ipmi, redfish, libvirt
}
