import Hardware

@testable import IPMI

/// A fake controller with the means to speak to it from a test.
struct TestBMC {
    static let peer = DatagramPeer(ipv4: 0x7F00_0001, port: 40000)
    static let profile = ControllerProfile(accounts: accounts)
    static let accounts = [
        UserAccount(name: "admin", password: "secret", privilege: .administrator),
        UserAccount(name: "oper", password: "operpw", privilege: .operator),
        UserAccount(name: "user", password: "userpw", privilege: .user),
    ]

    static let inventory = FRUInventory.image(
        BMCIdentity(manufacturer: "Updraft", product: "Node", serialNumber: "SN1000"))

    var bmc: FakeBMC<StandaloneHost>
    var random = CountingGenerator()
    var now: Duration = .seconds(1)

    init(_ profile: ControllerProfile = TestBMC.profile, power: PowerState = .on) {
        bmc = FakeBMC(
            profile, host: StandaloneHost(profile, power: power),
            identity: BMCIdentity(
                manufacturer: "Updraft", product: "Node", serialNumber: "SN1000"),
            guid: SystemGUID(high: 0x1122_3344_5566_7788, low: 0),
            place: ControllerPlace(
                ipv4: 0x7F00_0001, mac: MACAddress(rawValue: 0x5254_0000_0001)),
            epoch: .seconds(1_700_000_000))
    }

    mutating func send(_ bytes: [UInt8], from peer: DatagramPeer = TestBMC.peer) -> [[UInt8]] {
        bmc.receive(bytes, from: peer, at: now, using: &random).map(\.bytes)
    }
}
