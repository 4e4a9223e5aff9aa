import Hardware
import Testing

@testable import Redfish

@Suite("Access")
struct AccessTests {
    private func logIn(_ test: inout TestService, _ user: String = "admin") -> RedfishResponse {
        test.send(
            RedfishRequest(
                .post, "/redfish/v1/SessionService/Sessions",
                json: ["UserName": .text(user), "Password": "secret"]))
    }

    private func list(_ test: inout TestService, _ token: String?) -> Int {
        test.send(
            RedfishRequest(.get, "/redfish/v1/Systems", fields: ["X-Auth-Token": token ?? ""])
        ).status
    }

    @Test("A session is opened with a password, used with its token, and closed")
    func session() throws {
        var test = TestService()
        let answer = logIn(&test)
        #expect(answer.status == 201)
        let token = try #require(answer.fields["X-Auth-Token"])
        let location = try #require(answer.fields["Location"])
        #expect(list(&test, token) == 200)
        #expect(answer.json?["Password"] == nil)
        let close = RedfishRequest(.delete, location, fields: ["X-Auth-Token": token])
        #expect(test.send(close).status == 204)
        #expect(list(&test, token) == 401)
    }

    @Test("Tokens differ and are long")
    func tokens() throws {
        var test = TestService()
        let tokens = (0..<RedfishLimits.sessions).compactMap { _ in
            logIn(&test).fields["X-Auth-Token"]
        }
        #expect(Set(tokens).count == RedfishLimits.sessions)
        #expect(tokens.allSatisfy { $0.utf8.count >= 32 })
    }

    @Test("A session that says nothing ends; one that is used does not")
    func idle() throws {
        var test = TestService()
        let token = logIn(&test).fields["X-Auth-Token"]
        test.now += .seconds(1799)
        #expect(list(&test, token) == 200)
        test.now += .seconds(1799)
        #expect(list(&test, token) == 200)
        test.now += .seconds(1800)
        #expect(list(&test, token) == 401)
        #expect(test.service.openSessions == 0)
    }

    @Test("The table of sessions has a bound, and basic authentication goes on beside it")
    func full() {
        var test = TestService()
        for _ in 0..<RedfishLimits.sessions { #expect(logIn(&test).status == 201) }
        let refused = logIn(&test)
        #expect(refused.status == 503)
        #expect(refused.messageKey == "SessionLimitExceeded")
        #expect(test.ask(.get, "Systems").status == 200)
    }

    @Test("Failed log-ins are counted, and answered later and later up to a bound")
    func failures() {
        var test = TestService()
        let request = RedfishRequest(
            .post, "/redfish/v1/SessionService/Sessions",
            json: ["UserName": "admin", "Password": "wrong"])
        let delays = (0..<9).map { _ in test.send(request).delay }
        #expect(delays.prefix(3).allSatisfy { $0 == .zero })
        #expect(delays[3] == .milliseconds(250))
        #expect(delays[4] == .milliseconds(500))
        #expect(delays[8] == .seconds(2))
        #expect(logIn(&test).delay == .zero)
        #expect(test.service.failedLogIns == 0)
    }

    @Test("A password that begins with the right one, or is empty, opens nothing")
    func wrongPasswords() {
        let account = RedfishAccount(name: "a", password: "ab", role: .readOnly)
        for wrong in ["", "a", "abab", "ab\0", "aba"] { #expect(!account.opens(with: wrong.utf8)) }
        #expect(account.opens(with: "ab".utf8))
        #expect(!RedfishAccount(name: "a", password: "", role: .readOnly).opens(with: "".utf8))
    }

    @Test("Readers change nothing; operators change systems, and no accounts or controllers")
    func roles() {
        var test = TestService()
        let reset: JSON = ["ResetType": "On"]
        let path = "Systems/node-0/Actions/ComputerSystem.Reset"
        #expect(test.ask(.post, path, reset, as: "reader").messageKey == "InsufficientPrivilege")
        #expect(test.host.powerState == .off)
        #expect(test.ask(.post, path, reset, as: "op").status == 204)
        let manager = "Managers/node-0/Actions/Manager.Reset"
        #expect(test.ask(.post, manager, [:], as: "op").status == 403)
        let new: JSON = ["UserName": "x", "Password": "y", "RoleId": "ReadOnly"]
        #expect(test.ask(.post, "AccountService/Accounts", new, as: "op").status == 403)
        #expect(test.ask(.get, "Systems", as: "reader").status == 200)
    }

    @Test("Accounts are made, changed and removed; the last administrator stays")
    func accounts() {
        var test = TestService()
        let new: JSON = ["UserName": "x", "Password": "secret", "RoleId": "Operator"]
        let made = test.ask(.post, "AccountService/Accounts", new)
        #expect(made.status == 201)
        #expect(made.json?["Password"] == .null)
        #expect(test.ask(.post, "AccountService/Accounts", new).status == 409)
        #expect(test.ask(.get, "Systems", as: "x").status == 200)
        let path = "AccountService/Accounts/x"
        #expect(test.ask(.patch, path, ["Enabled": false]).status == 200)
        #expect(test.ask(.get, "Systems", as: "x").status == 401)
        #expect(test.ask(.delete, path).status == 204)
        #expect(test.ask(.delete, "AccountService/Accounts/admin").status == 403)
        let weaker: JSON = ["RoleId": "ReadOnly"]
        #expect(test.ask(.patch, "AccountService/Accounts/admin", weaker).status == 403)
    }

    @Test("Everybody may change their own password, and nothing else of an account")
    func ownPassword() {
        var test = TestService()
        let own = "AccountService/Accounts/reader"
        #expect(test.ask(.patch, own, ["RoleId": "Administrator"], as: "reader").status == 403)
        #expect(
            test.ask(.patch, "AccountService/Accounts/op", ["Password": "x"], as: "reader").status
                == 403)
        #expect(test.ask(.patch, own, ["Password": "other"], as: "reader").status == 200)
        #expect(test.ask(.get, "Systems", as: "reader").status == 401)
    }

    @Test("Printing shows no password and no token")
    func secrets() {
        let account = RedfishAccount(name: "a", password: "hush", role: .readOnly)
        let request = RedfishRequest(
            .post, "/x", fields: ["X-Auth-Token": "hush"], json: ["p": "hush"])
        for text in [
            "\(account)", "\(request)", String(reflecting: account), String(reflecting: request),
        ] {
            #expect(!text.contains("hush"))
        }
    }
}
