#if LIBVIRT
    public import Hardware
    public import Libvirt
    public import Redfish

    /// The same domain as Redfish sees it. Hypervisors have neither firmware settings nor arrays.
    extension DomainHost: RedfishHost {
        public var biosSettings: [BIOSSetting] { [] }
        public var pendingBIOSSettings: [BIOSAssignment] { [] }
        public var raid: RAIDInventory? { nil }

        public mutating func setBIOSSettings(
            _ assignments: [BIOSAssignment]
        ) throws(BMCError) {
            throw .refused("a virtual machine has no firmware settings")
        }

        public mutating func resetBIOSSettings() {}

        public mutating func createVolume(_ request: RAIDVolumeRequest) throws(BMCError) {
            throw .refused("a virtual machine has no RAID controller")
        }

        public mutating func deleteVolume(_ name: RAIDVolumeName) throws(BMCError) {
            throw .refused("a virtual machine has no RAID controller")
        }

        public mutating func insertMedia(_ image: String?) throws(BMCError) {
            guard image != nil else { return }
            throw .refused("a virtual machine's drives are its hypervisor's")
        }
    }
#endif
