import Orchestration

/// What is wrong with a server's properties that schemas cannot say.
enum NovaServerCheck {
    static func check(_ work: ResourceWork) throws(ResourceError) {
        let properties = work.properties
        do throws(ResourceFailure) {
            try checkSource(properties, work.record.name)
            for network in properties.list("networks") { try checkNetwork(network, work) }
            if properties.text("user_data_format") == "SOFTWARE_CONFIG",
                work.record.definition.metadata["deployments"] != .null
            {
                throw fault(
                    "deployments key not allowed in resource metadata with user_data_format of "
                        + "SOFTWARE_CONFIG")
            }
        } catch {
            throw .failed(error)
        }
    }

    private static func fault(_ message: String) -> ResourceFailure {
        ResourceFailure("StackValidationFailed", message)
    }

    private static func conflict(_ properties: String...) -> ResourceFailure {
        ResourceFailure(
            "ResourcePropertyConflict",
            "Cannot define the following properties at the same time: "
                + "\(properties.joined(separator: ", ")).")
    }

    /// A machine runs an image from its own disk: it starts from nothing else here.
    private static func checkSource(
        _ properties: PropertyValues, _ name: String
    ) throws(ResourceFailure) {
        if !properties.list("block_device_mapping").isEmpty,
            !properties.list("block_device_mapping_v2").isEmpty
        {
            throw conflict("block_device_mapping", "block_device_mapping_v2")
        }
        guard properties["image"].isEmpty else { return }
        throw fault("Neither image nor bootable volume is specified for instance \(name)")
    }

    private static func checkNetwork(
        _ network: TemplateValue, _ work: ResourceWork
    ) throws(ResourceFailure) {
        let id = network["network"].isEmpty ? network["uuid"] : network["network"]
        let (port, subnet) = (network["port"], network["subnet"])
        if id.isEmpty, port.isEmpty, subnet.isEmpty, network["allocate_network"].isEmpty {
            throw fault(
                "One of the properties \"network\", \"port\", \"allocate_network\" or \"subnet\" "
                    + "should be set for the specified network of server \"\(work.record.name)\".")
        }
        if !network["fixed_ip"].isEmpty, !port.isEmpty {
            throw conflict("networks/fixed_ip", "networks/port")
        }
        if !port.isEmpty, !work.properties.list("security_groups").isEmpty {
            throw conflict("security_groups", "networks/port")
        }
    }
}
