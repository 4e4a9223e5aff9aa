import Hardware
import Histories
import Testing

@Suite("Jepsen's histories")
struct JepsenHistoryTests {
    @Test("are read from maps, with the nemesis passed over")
    func maps() throws {
        let text = """
            [{:type :invoke, :f :write, :value 0, :process 0, :time 10}
             {:process :nemesis, :type :info, :f :start, :value "cut"} ; a comment
             {:type :ok, :f :write, :value 0, :process 0, :time 2000000000}
             #jepsen.history.Op{:type :invoke :f :cas :value [0 4] :process 1}
             {:type :info, :f :cas, :value :timed-out, :process 1}
             {:type :invoke :f :read :value nil :process 2}
             {:type :ok :f :read :value 4 :process 2}]
            """
        let history = try JepsenHistory(of: .register).read(text)
        #expect(history.operations.map(\.action).count == 3)
        #expect(history.operations[0].completed == .seconds(2))
        #expect(history.operations[1].outcome == .unknown(":timed-out"))
        #expect(LinearizabilityChecker().check(history) == .holds)
    }

    @Test("are read from log lines, where a failed exchange may tell of a mismatch")
    func log() throws {
        let text = """
            INFO  jepsen.util - 0\t:invoke\t:write\t2
            INFO  jepsen.util - 0\t:ok\t:write\t2
            INFO  jepsen.core - something else
            INFO  jepsen.util - 1\t:invoke\t:cas\t[2 1]
            INFO  jepsen.util - 1\t:fail\t:cas\t[2 1]
            """
        let lenient = try JepsenHistory(of: .register).read(text)
        #expect(LinearizabilityChecker().check(lenient) == .holds)
        let strict = try JepsenHistory(of: .register, failedSwap: .sawMismatch).read(text)
        #expect(LinearizabilityChecker().check(strict).isViolated)
    }

    @Test("of many keys are many registers")
    func keys() throws {
        let text = """
            {:process 0 :type :invoke :f :write :value [7 1]}
            {:process 0 :type :ok :f :write :value [7 1]}
            {:process 0 :type :invoke :f :read :value [8 nil]}
            {:process 0 :type :ok :f :read :value [8 1]}
            """
        let history = try JepsenHistory(of: .registers).read(text)
        #expect(LinearizabilityChecker().check(history).contradiction?.object == "8")
    }

    @Test("of sets and queues are judged by their own rules")
    func collections() throws {
        let set = try JepsenHistory(of: .set).read(
            """
            {:process 0 :type :invoke :f :add :value 1}
            {:process 0 :type :ok :f :add :value 1}
            {:process 1 :type :invoke :f :read :value nil}
            {:process 1 :type :ok :f :read :value #{2}}
            """)
        #expect(ElementsChecker().check(set).isViolated)
        let queue = try JepsenHistory(of: .queue).read(
            """
            {:process 0 :type :invoke :f :enqueue :value 1}
            {:process 0 :type :ok :f :enqueue :value 1}
            {:process 1 :type :invoke :f :dequeue :value nil}
            {:process 1 :type :ok :f :dequeue :value 1}
            """)
        #expect(QueueChecker().check(queue) == .holds)
    }

    @Test(
        "that are none are refused with the line",
        arguments: [
            ("{:type :ok :f :read :value 1 :process 0}", 1),
            ("{:type :invoke :f :read :process 0}\n{:type :invoke :f :read :process 0}", 2),
            ("{:type :invoke :f :read", 1), ("\n{:process 0}", 2),
            ("{:type :invoke :f :cas :value 3 :process 0}", 1),
        ])
    func refused(text: String, line: Int) {
        let error = #expect(throws: HistoryReadError.self) {
            try JepsenHistory(of: .register).read(text)
        }
        #expect(error?.line == line)
    }
}
