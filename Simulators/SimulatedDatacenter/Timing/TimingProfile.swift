public import Hardware

/// How long the parts of a datacenter take to act.
///
/// The defaults are assumptions about ordinary two-socket servers; each says where it comes from.
/// A duration is drawn anew each time, from a branch of the seed that belongs to the machine.
public struct TimingProfile: Sendable, Hashable {
    /// From power on to the first boot device. Servers take one to five minutes, most of it memory
    /// training; RackN's planning tables give 3-30 min for a whole provisioning reboot.
    public var post = DurationDistribution(
        "POST",
        .triangular(.seconds(90)...(.seconds(240)), mode: .seconds(135))
    )
    /// Each way between a caller and a controller. Assumed from IPMI over LAN in one building:
    /// tens of milliseconds, with a tail where the controller's processor is busy.
    public var controllerLatency = DurationDistribution(
        "controller latency",
        .longTailed(.milliseconds(15)...(.milliseconds(600)))
    )
    /// From the supply's return to a controller that answers. Assumed from controllers that run a
    /// small Linux: one to two minutes.
    public var controllerStart = DurationDistribution(
        "controller start",
        .uniform(.seconds(40)...(.seconds(120)))
    )
    /// From an accepted power command to the change of power. Ironic waits up to 30 s for it by
    /// default and most boards need a few seconds.
    public var powerDelay = DurationDistribution(
        "power delay",
        .uniform(.milliseconds(500)...(.seconds(4)))
    )
    /// From an accepted soft command to the guest having shut down. Assumed from systemd, which
    /// stops most systems in seconds and gives one unit at most 90 s.
    public var shutdown = DurationDistribution(
        "shutdown",
        .triangular(.seconds(4)...(.seconds(60)), mode: .seconds(12))
    )
    /// From a loaded kernel and ramdisk to the agent. Assumed: drivers, udev and unpacking.
    public var kernelStart = DurationDistribution(
        "kernel start",
        .triangular(.seconds(20)...(.seconds(75)), mode: .seconds(35))
    )
    /// From the boot loader on disk to a running operating system. Assumed: a server's
    /// distribution with the network awaited.
    public var operatingSystemStart = DurationDistribution(
        "operating system start",
        .triangular(.seconds(25)...(.seconds(90)), mode: .seconds(40))
    )
    /// From the first offer to a configured interface: request, acknowledgement and the server's
    /// ping check of one second before it lends an address (RFC 2131 section 2.2).
    public var dhcp = DurationDistribution("DHCP", .uniform(.seconds(1)...(.seconds(3))))
    /// Each way between two hosts of one building. Assumed: switched Ethernet and two kernels.
    public var networkLatency = DurationDistribution(
        "network latency",
        .uniform(.microseconds(100)...(.microseconds(900)))
    )
    /// How fast one disk takes an image: a spinning disk's 150 MB/s to a SATA flash disk's 500.
    public var diskWriteRate = BandwidthDistribution(
        "disk write rate",
        .megabytes(150)...(.megabytes(500))
    )
    /// Wiping partition tables and superblocks (Ironic's erase_devices_metadata). Assumed.
    public var metadataErase = DurationDistribution(
        "metadata erase",
        .uniform(.seconds(2)...(.seconds(10)))
    )
    /// How many times slower a disk is that fails by being slow. Gunawi et al. (FAST 2018) report
    /// disks and flash from a few times to hundreds of times below their usual rate.
    public var slowDisk: ClosedRange<Double> = 40...300
    /// How fast a RAID controller fills a new disk. Assumed: a controller that rebuilds in the
    /// background of its machine's work, a few hours for a large disk.
    public var rebuildRate = Bandwidth.megabytes(100)
    /// How fast a kernel fills a new disk of software RAID: the 200 000 KiB/s that Linux stops at
    /// (`speed_limit_max`, Documentation/admin-guide/md.rst).
    public var resyncRate = Bandwidth(bytesPerSecond: 200_000 * 1024)
    /// How many times slower a RAID volume is read that lacks a disk. Assumed.
    public var degradedSlowdown = 1.5
    /// How many times slower a RAID volume takes writes without its controller's cache. Assumed
    /// from operators' reports of a tenth to a third of the usual rate.
    public var writeThroughSlowdown = 5.0
    /// From a wish for a switch port to a port that is in its network. Assumed from drivers that
    /// log in to a switch over SSH, send a handful of commands and save its configuration.
    public var portChange = DurationDistribution(
        "port change", .uniform(.seconds(2)...(.seconds(12))))
    /// The same where a switch is slow. Reports reach from minutes to three quarters of an hour,
    /// for switches with many VLANs.
    public var latePortChange = DurationDistribution(
        "late port change", .uniform(.seconds(240)...(.seconds(900))))
    /// The loader fetched before kernel and ramdisk: iPXE's `ipxe.efi` is about one mebibyte.
    public var loaderSize = ByteCount.mebibytes(1)
    /// How long a transfer may stand still before its receiver gives up. iPXE and curl are
    /// commonly set to about a minute.
    public var stallLimit: Duration = .seconds(60)
    /// Calls one controller handles at a time; more are told that it is busy. IPMI controllers
    /// offer a handful of sessions.
    public var controllerSessions = 8

    /// What a slow controller takes over a call. Assumed from controllers whose processor is taken
    /// up by a web session or a firmware's inventory; some calls take longer than a caller waits.
    public var slowCall = DurationDistribution("slow call", .uniform(.seconds(8)...(.seconds(45))))
    /// How much later a late controller carries out a power command. Assumed: longer than a caller
    /// looks for it once it has asked, so that the command meets what was done instead.
    public var lateCommand = DurationDistribution(
        "late command",
        .uniform(.seconds(75)...(.seconds(240)))
    )
    /// How long after the first time a command is carried out again. The same for all, so that a
    /// controller keeps their order.
    public var repeatedCommand: Duration = .seconds(45)
    /// A cold reset of a controller, which boots a system of its own: two to four minutes.
    public var controllerRestart = DurationDistribution(
        "controller restart",
        .uniform(.seconds(120)...(.seconds(240)))
    )
    /// How long work takes that a slow service does as a task. Building a RAID volume is a matter
    /// of minutes where the controller waits for a job queue of its own.
    public var slowTask = DurationDistribution(
        "slow task", .uniform(.seconds(60)...(.seconds(240))))
    /// From a system's start to the first answer of a time server. ntpd steps the clock after some
    /// minutes of polling, chrony within seconds where it is told to.
    public var timeServer = DurationDistribution(
        "time server",
        .uniform(.seconds(10)...(.seconds(300)))
    )

    /// How many machines are slow for no reason anybody knows. Assumed; benchmarks during
    /// introspection exist because such machines do.
    public var slowMachines = Ratio.percent(4)
    /// How many times longer a slow machine takes to start, and to write to its disks.
    public var slowdown: ClosedRange<Double> = 2...4

    public init() {}
}
