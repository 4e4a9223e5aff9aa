import NodeAgent
import OrderedCollections
import SimulatedDatacenter

/// The programs that a simulated machine has, by name. How long they take is a guess at their
/// kind: a look at the system some milliseconds, a service some seconds, Puppet and Ansible most of
/// a minute.
struct NodePrograms: Sendable {
    /// The folders that programs of the system lie in.
    static let folders = ["/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/"]

    static let usual = NodePrograms(looks.merging(tools) { $1 })

    private var programs: OrderedDictionary<String, NodeProgram>

    init(_ programs: OrderedDictionary<String, NodeProgram>) { self.programs = programs }

    subscript(name: String) -> NodeProgram? { programs[name] }

    /// The same with one more, or another.
    func with(_ name: String, _ program: NodeProgram) -> NodePrograms {
        var programs = programs
        programs[name] = program
        return NodePrograms(programs)
    }

    private static let looks: OrderedDictionary<String, NodeProgram> = [
        "true": NodeProgram(.milliseconds(1)), "false": NodeProgram(.milliseconds(1), status: 1),
        "hostname": NodeProgram(.milliseconds(1)) { command, system throws(NodeSystemError) in
            let name =
                try system.contents(of: "/etc/hostname")
                ?? Array(
                    "\(system.machine.name)\n".utf8)
            return CommandResult(status: 0, output: name)
        },
        "ping": NodeProgram(.milliseconds(10)) { _, system throws(NodeSystemError) in
            CommandResult(status: system.machine.isLinked ? 0 : 1)
        },
    ]

    private static let tools: OrderedDictionary<String, NodeProgram> = [
        "ansible-playbook": NodeProgram(.seconds(40)), "bash": NodeProgram(.seconds(1)),
        "cfn-init": NodeProgram(.seconds(10)), "chef-client": NodeProgram(.seconds(40)),
        "docker": ContainerEngine.program, "git": NodeProgram(.seconds(5)),
        "ifdown": NodeProgram(.seconds(1)), "ifup": NodeProgram(.seconds(3)),
        "ip": NodeProgram(.milliseconds(10)), "modprobe": NodeProgram(.milliseconds(100)),
        "nmstatectl": NodeProgram(.seconds(3)), "ovs-appctl": NodeProgram(.milliseconds(50)),
        "ovs-vsctl": NodeProgram(.milliseconds(50)),
        // With --detailed-exitcodes two says that something was changed.
        "puppet": NodeProgram(.seconds(40)) { command, _ in
            CommandResult(status: command.arguments.contains("--detailed-exitcodes") ? 2 : 0)
        },
        "salt-call": NodeProgram(.seconds(40)), "sh": NodeProgram(.seconds(1)),
        "systemctl": NodeProgram(.seconds(2)), "udevadm": NodeProgram(.milliseconds(100)),
    ]
}
