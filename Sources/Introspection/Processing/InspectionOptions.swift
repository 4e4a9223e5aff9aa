package import Documents
package import OrderedCollections

/// What a site says about how a ramdisk's data is taken (Ironic's section `[inspector]`).
package struct InspectionOptions: Sendable {
    package var adding = PortAddition.pxe
    package var keeping = PortRetention.all
    /// Which capability a processor's flag means.
    package var processorFlags: OrderedDictionary<String, String> = [
        "vmx": "cpu_vt", "svm": "cpu_vt", "aes": "cpu_aes", "pse": "cpu_hugepages",
        "pdpe1gb": "cpu_hugepages_1g", "smx": "cpu_txt",
    ]
    /// `{vendor_id, product_id, name}` of devices that are counted as capabilities.
    package var deviceAliases: [DocumentValue] = []
    /// `{vendor_id, device_id, type, device_info}` of devices that are accelerators.
    package var knownAccelerators: [DocumentValue] = []
    /// Physical networks by networks of addresses, such as `10.0.0.0/24`; the first one holds.
    package var physicalNetworks: OrderedDictionary<String, String> = [:]

    package init() {}
}
