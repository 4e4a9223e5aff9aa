/// What a client of IPMI 1.5 knows between a challenge and the session (IPMI 2.0, section 22.17).
struct LegacyActivation: Sendable {
    let type: AuthenticationType
    /// The number the session has until it is active.
    let session: SessionID
    let challenge: ArraySlice<UInt8>
    /// What the controller's numbers are to begin with.
    let firstInbound: UInt32

    func datagram(for access: IPMIAccess, sequence: UInt8) -> [UInt8] {
        var data = [type.rawValue, access.privilege.rawValue] + challenge
        data.append(little: firstInbound)
        let message = IPMIMessage(
            request: Command(.application, 0x3A), sequence: sequence, data: data)
        return LegacyPacket(type, session: session, payload: message.encoded())
            .datagram(signedBy: access.password)
    }
}
