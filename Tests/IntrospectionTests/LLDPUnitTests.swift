import Documents
import Introspection
import OrderedCollections
import Testing

@Suite struct LLDPUnitTests {
    @Test func `all sets of values are read`() {
        let unit = LLDPUnit([
            [1, "04112233aabbcc"], [2, "07373334"], [3, "003c"],
            [5, "737730312d646973742d31622d623132"],
            [7, "00140014"], [8, "0501c000020f020000000000"],
            [8, "110220010db885a3000000008a2e03707334020000000000"],
            [8, "0706aa11bb22cc3302000003e900"], [127, "00120f01036c110010"],
            [127, "00120f030300000002"], [127, "00120f0405ea"], [127, "0080c2010066"],
            [127, "0080c20206000a"], [127, "0080c202060014"],
            [127, "0080c204080026424203000000"], [127, "0080c203006507766c616e313031"],
            [127, "0080c2060058"], [0, ""],
        ])
        let expected: OrderedDictionary<String, DocumentValue> = [
            "switch_chassis_id": "11:22:33:aa:bb:cc", "switch_port_id": "734",
            "switch_system_name": "sw01-dist-1b-b12",
            "switch_capabilities_support": ["Bridge", "Router"],
            "switch_capabilities_enabled": ["Bridge", "Router"],
            "switch_mgmt_addresses": [
                "192.0.2.15", "2001:db8:85a3::8a2e:370:7334", "aa:11:bb:22:cc:33",
            ],
            "switch_port_autonegotiation_enabled": true,
            "switch_port_autonegotiation_support": true,
            "switch_port_physical_capabilities": [
                "1000BASE-T fdx", "100BASE-TX fdx", "100BASE-TX hdx", "10BASE-T fdx",
                "10BASE-T hdx", "Asym and Sym PAUSE fdx",
            ],
            "switch_port_mau_type": "100BASE-TX full duplex",
            "switch_port_link_aggregation_enabled": true,
            "switch_port_link_aggregation_support": true, "switch_port_link_aggregation_id": 2,
            "switch_port_mtu": 1514, "switch_port_untagged_vlan_id": 102,
            "switch_port_protocol_vlan_enabled": true, "switch_port_protocol_vlan_support": true,
            "switch_port_protocol_vlan_ids": [10, 20],
            "switch_protocol_identities": ["0026424203000000"],
            "switch_port_vlans": [["name": "vlan101", "id": 101]],
            "switch_port_management_vlan_id": 88,
        ]
        #expect(unit.values == expected)
        #expect(unit.switchAddress == "11:22:33:aa:bb:cc")
    }

    @Test func `the first of several single values holds`() {
        let unit = LLDPUnit([[1, "04112233aabbcc"], [1, "04332211ddeeff"]])
        #expect(unit.values == ["switch_chassis_id": "11:22:33:aa:bb:cc"])
    }

    @Test(
        arguments: [
            [127, "0080c203006507"], [127, "00120f01036c11FFFF"], [127, "00120f01036c11"],
            [127, "00120f03"], [127, "00906901425030323134323530393236"], [128, "00120f08"],
            [1, "0411"], [1, "xx"], [8, "05"], [2, ""], [7, "00"],
        ] as [DocumentValue]) func `what is cut short or unknown is passed over`(raw: DocumentValue)
    {
        #expect(LLDPUnit([raw]).values.isEmpty)
    }
}
