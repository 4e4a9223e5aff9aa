/// What both ends know of a handshake, and the codes that follow from it (IPMI 2.0, sections 13.28
/// and 13.31).
struct RAKPExchange: Sendable {
    let algorithm: AuthenticationAlgorithm
    let console: SessionID
    let controller: SessionID
    /// 16 bytes each.
    let consoleRandom: [UInt8]
    let controllerRandom: [UInt8]
    let controllerGUID: [UInt8]
    /// The role byte as sent, the bit for name-only lookup with it.
    let role: UInt8
    let userName: [UInt8]
    let password: Secret
    /// The controller's own key (Kg); nil where the password takes its place.
    let controllerKey: Secret?

    /// The code in RAKP 2, by which the controller shows that it knows the password.
    func controllerCode() -> [UInt8] {
        var data = [UInt8](little: console.value)
        data.append(little: controller.value)
        data += consoleRandom
        data += controllerRandom
        data += controllerGUID
        return algorithm.hash.code(data + roleAndName, key: key(password))
    }

    /// The code in RAKP 3, by which the console shows that it knows the password.
    func consoleCode() -> [UInt8] {
        var data = controllerRandom
        data.append(little: console.value)
        return algorithm.hash.code(data + roleAndName, key: key(password))
    }

    func keys() -> SessionKeys {
        let data = consoleRandom + controllerRandom + roleAndName
        let sik = algorithm.hash.code(data, key: key(controllerKey ?? password))
        return SessionKeys(sik: sik, algorithm.hash, password: password)
    }

    /// The code in RAKP 4, by which the controller shows that it has the same keys.
    func integrityCheck(_ keys: SessionKeys) -> [UInt8] {
        var data = consoleRandom
        data.append(little: controller.value)
        data += controllerGUID
        return Array(algorithm.hash.code(data, key: keys.sik).prefix(algorithm.checkLength))
    }

    private var roleAndName: [UInt8] { [role, UInt8(userName.count)] + userName }

    private func key(_ secret: Secret) -> [UInt8] { secret.padded(to: Secret.longest) }
}
