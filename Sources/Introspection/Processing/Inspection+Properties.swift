import Documents
import Hardware
import OrderedCollections

extension Inspection {
    mutating func setProperties() throws(InspectionFault) {
        guard let memory = inventory["memory"]?["physical_mb"], memory != .null else {
            throw InspectionFault("Inventory has missing memory information")
        }
        guard let architecture = inventory["cpu"]?["architecture"], architecture != .null else {
            throw InspectionFault(
                "Inventory has malformed or missing CPU architecture information")
        }
        setProperty("memory_mb", memory)
        setProperty("cpu_arch", architecture)
        let count = inventory["cpu"]?["count"].flatMap { PythonNumber.integer($0.text) } ?? 0
        if count > 0 {
            setProperty("cpus", .integer(count))
        } else {
            warnings.append("no processors are counted")
        }
    }

    /// Keeps `root_disk` and `local_gb`: the whole gibibytes less one, since partitioning takes
    /// some; 0 without a root disk or where it is smaller than one.
    mutating func findRootDisk() throws(InspectionFault) {
        if let hints = node["properties"]?["root_device"]?.map, !hints.isEmpty {
            keep("root_disk", try rootDisk(by: hints))
        }
        let size = data["root_disk"]?["size"].flatMap { PythonNumber.integer($0.text) } ?? 0
        let gibibytes = DocumentValue.integer(max((size >> 30) - 1, 0))
        keep("local_gb", gibibytes)
        setProperty("local_gb", gibibytes)
    }

    private func rootDisk(
        by hints: OrderedDictionary<String, DocumentValue>
    ) throws(InspectionFault) -> DocumentValue {
        let expressions = Dictionary(uniqueKeysWithValues: hints.map { ($0.key, $0.value.text) })
        let documents = inventory["disks"]?.list ?? []
        let chosen: DiskFacts?
        do {
            let disks = documents.compactMap(Self.disk)
            chosen = try RootDeviceHints(expressions).devices(among: disks).first
        } catch {
            throw InspectionFault(
                "No disks could be found using root device hints: they failed to validate:"
                    + " \(error)")
        }
        guard let chosen, let found = documents.first(where: { $0["name"]?.string == chosen.name })
        else { throw InspectionFault("No disks satisfied root device hints") }
        return found
    }

    private static func disk(_ document: DocumentValue) -> DiskFacts? {
        guard let name = document["name"]?.string,
            let size = document["size"].flatMap({ PythonNumber.integer($0.text) }), size >= 0
        else { return nil }
        return DiskFacts(
            name: name, model: document["model"]?.string ?? "",
            vendor: document["vendor"]?.string ?? "", serial: document["serial"]?.string ?? "",
            wwn: document["wwn"]?.string ?? "", hctl: document["hctl"]?.string ?? "",
            byPath: document["by_path"]?.string ?? "", size: ByteCount(bytes: Int64(size)),
            isRotational: document["rotational"] == true,
            wwnWithExtension: document["wwn_with_extension"]?.string ?? "",
            wwnVendorExtension: document["wwn_vendor_extension"]?.string ?? "")
    }

    mutating func setCapabilities() {
        if let mode = inventory["boot"]?["current_boot_mode"]?.string {
            setCapability("boot_mode", mode)
        }
        let flags = inventory["cpu"]?["flags"]?.list?.compactMap(\.string) ?? []
        for (flag, name) in options.processorFlags where flags.contains(flag) {
            setCapability(name, "true")
        }
        countDevices()
    }

    private mutating func countDevices() {
        let devices = data["pci_devices"]?.list ?? inventory["pci_devices"]?.list ?? []
        for alias in options.deviceAliases {
            let count = devices.count {
                $0["vendor_id"] == alias["vendor_id"] && $0["product_id"] == alias["product_id"]
            }
            if count > 0, let name = alias["name"]?.string { setCapability(name, "\(count)") }
        }
        guard !devices.isEmpty else { return }
        let accelerators = devices.compactMap { device -> DocumentValue? in
            var known = options.knownAccelerators.first {
                $0["vendor_id"] == device["vendor_id"] && $0["device_id"] == device["product_id"]
            }
            known?.update(at: ["pci_address"]) { $0 = device["bus"] }
            return known
        }
        setProperty("accelerators", .list(accelerators))
    }

    /// Turns the 4-tuples of the hardware tool (`data`) into maps within maps (`extra`), with
    /// whole numbers for texts that are some.
    mutating func convertExtraHardware() {
        guard let raw = data["data"] else { return }
        guard let items = raw.list, items.allSatisfy({ $0.list != nil }) else {
            warnings.append("the extra hardware data is not in a known format")
            return
        }
        var extra: DocumentValue = [:]
        for item in items.compactMap(\.list) where !item.isEmpty {
            guard item.count >= 4 else {
                warnings.append("an invalid item of extra hardware data was ignored")
                continue
            }
            let number = PythonNumber.integer(item[3].text).map(DocumentValue.integer)
            extra.update(at: [item[0].text, item[1].text, item[2].text]) { $0 = number ?? item[3] }
        }
        keep("extra", extra)
        data.update(at: ["data"]) { $0 = nil }
    }

    /// Where exactly one disk is new since the last time, it is the volume that was made in
    /// between, and becomes the root device.
    mutating func learnRootDevice(since previous: DocumentValue?) {
        guard let previous, node["properties"]?["root_device"] == nil else { return }
        let new = Self.serials(data).filter { !Self.serials(previous).contains($0) }
        guard new.count == 1 else { return }
        setProperty("root_device", ["serial": .string(new[0])])
    }

    private static func serials(_ data: DocumentValue) -> [String] {
        (data["inventory"]?["disks"]?.list ?? []).compactMap { $0["serial"]?.string }
            .filter { !$0.isEmpty }
    }
}
