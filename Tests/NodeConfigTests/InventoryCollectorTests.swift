import Documents
import NodeAgent
import OrderedCollections
import Testing

@Suite struct InventoryCollectorTests {
    static let files = [
        "/proc/cpuinfo": """
        processor\t: 0
        model name\t: Intel(R) Xeon(R) CPU E5-2420 v2 @ 2.20GHz
        cpu MHz\t\t: 2200.084
        flags\t\t: fpu vmx aes
        processor\t: 1
        """,
        "/proc/sys/kernel/arch": "x86_64\n",
        "/proc/meminfo": "MemTotal:       16264072 kB\nMemFree:  1 kB\n",
        "/sys/class/net/eth0/address": "52:54:00:4e:3d:30\n",
        "/sys/class/net/eth0/carrier": "1\n", "/sys/class/net/eth0/speed": "1000\n",
        "/sys/class/net/eth0/device/vendor": "0x1af4\n",
        "/sys/class/net/lo/address": "00:00:00:00:00:00\n",
        "/sys/block/sda/size": "1953525168\n", "/sys/block/sda/removable": "0\n",
        "/sys/block/sda/device/model": "HUA722010CLA330 \n",
        "/sys/block/sda/queue/rotational": "1\n", "/sys/block/loop0/size": "8\n",
        "/sys/class/dmi/id/product_name": "PowerEdge R640\n",
        "/sys/class/dmi/id/product_serial": "9K9PW02\n",
        "/sys/class/dmi/id/sys_vendor": "Dell Inc.\n",
    ]

    @Test func `a machine is told as the ramdisk's agent tells it`() async throws {
        let modules = "\tSize: 16 GB\n\tSize: No Module Installed\n\tSize: 8192 MB\n"
        let system = MemoryNodeSystem(
            Self.files,
            programs: [
                "/usr/sbin/dmidecode": { _ in CommandResult(status: 0, output: Array(modules.utf8))
                },
                "dmidecode": { _ in CommandResult(status: 0, output: Array(modules.utf8)) },
            ])
        let inventory = try await InventoryCollector(on: system).inventory()["inventory"]
        #expect(inventory?["cpu"]?["count"] == 2)
        #expect(inventory?["cpu"]?["flags"] == ["fpu", "vmx", "aes"])
        #expect(inventory?["memory"] == ["total": 16_654_409_728, "physical_mb": 24576])
        #expect(
            inventory?["interfaces"] == [
                [
                    "name": "eth0", "mac_address": "52:54:00:4e:3d:30", "has_carrier": true,
                    "vendor": "0x1af4", "speed_mbps": 1000,
                ]
            ])
        #expect(
            inventory?["disks"] == [
                [
                    "name": "/dev/sda", "size": 1_000_204_886_016, "rotational": true,
                    "model": "HUA722010CLA330",
                ]
            ])
        #expect(inventory?["system_vendor"]?["serial_number"] == "9K9PW02")
        #expect(inventory?["boot"] == ["current_boot_mode": "bios"])
    }
}
