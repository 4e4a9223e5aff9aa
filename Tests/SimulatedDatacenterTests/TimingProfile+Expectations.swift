import Hardware
import SimulatedDatacenter

extension TimingProfile {
    /// From a pressed button to a running system where the network has nothing.
    var longestDiskBoot: Duration {
        powerDelay.bounds.upperBound + post.bounds.upperBound + .seconds(1)
            + operatingSystemStart.bounds.upperBound
    }

    /// A profile in which the network alone decides how long a download takes.
    static var instantDisks: TimingProfile {
        var profile = TimingProfile()
        profile.diskWriteRate = BandwidthDistribution(
            "disk write rate",
            .megabytes(100_000)...(.megabytes(100_000))
        )
        return profile
    }
}
