/// What `timedatectl status` says of the machine's clock.
public enum TimedateOutput {
    /// Whether the clock keeps local time, `yes` or `no`; nil where it is not told.
    public static func localClock(_ text: String) -> String? {
        ToolText.lines(text).compactMap(ToolText.pair)
            .first { $0.key == "RTC in local TZ" }?.value
    }
}
