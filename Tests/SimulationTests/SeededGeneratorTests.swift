import Testing

@testable import Simulation

@Suite("A seeded generator")
struct SeededGeneratorTests {
    /// From Vigna's `splitmix64.c`, compiled.
    @Test(
        "fills its state as the published SplitMix64 does",
        arguments: [
            (0, [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f]),
            (1, [0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67, 0xf893_a2ee_fb32_555e]),
            (UInt64.max, [0xe4d9_7177_1b65_2c20, 0xe99f_f867_dbf6_82c9, 0x382f_f84c_b272_81e9]),
        ] as [(UInt64, [UInt64])]
    )
    func splitMix(seed: UInt64, expected: [UInt64]) {
        var generator = SplitMix64(seed: seed)
        #expect(expected.map { _ in generator.next() } == expected)
    }

    /// The vector that Blackman and Vigna's `xoshiro256starstar.c` gives for the state 1, 2, 3, 4.
    @Test("draws as the published xoshiro256** does")
    func xoshiro() {
        let expected: [UInt64] = [
            11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
            607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
            10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
        ]
        var generator = SeededGenerator(seed: 0, state: (1, 2, 3, 4))
        #expect(expected.map { _ in generator.next() } == expected)
    }

    /// Both published programs together: the first, second and thousandth draw.
    @Test(
        "draws what the published programs draw from a seed",
        arguments: [
            (0, [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x7aac_8c48_3a2e_dd2f]),
            (1, [0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0xb851_7c33_c344_d153]),
            (
                0xdead_beef_cafe_f00d,
                [0x9e32_cfb5_bb93_eebb, 0x1600_6bd9_d4ac_0014, 0x8e97_d4c4_9d6d_df2f]
            ),
        ] as [(UInt64, [UInt64])]
    )
    func seeded(seed: UInt64, expected: [UInt64]) {
        var generator = SeededGenerator(seed: seed)
        let draws = (0..<1000).map { _ in generator.next() }
        #expect([draws[0], draws[1], draws[999]] == expected)
    }

    @Test("gives a branch that no draw of another branch moves", arguments: UInt64(1)...20)
    func branches(seed: UInt64) {
        var root = SeededGenerator(seed: seed)
        var untouched = root.branch("disks")
        var other = root.branch("switches")
        for _ in 0..<7 { _ = root.next() }
        for _ in 0..<5 { _ = other.next() }
        var branch = root.branch("disks")
        #expect((0..<10).map { _ in branch.next() } == (0..<10).map { _ in untouched.next() })
    }

    @Test("gives different branches for different names and seeds, also further down")
    func distinctBranches() {
        var firsts = Set<UInt64>()
        for seed in UInt64(0)..<50 {
            for name in ["", "a", "b", "ab", "ba", "machine-1", "machine-10", "machine-01"] {
                var branch = SeededGenerator(seed: seed).branch(name)
                var twig = branch.branch("twig")
                firsts.insert(branch.next())
                firsts.insert(twig.next())
            }
        }
        #expect(firsts.count == 50 * 8 * 2)
    }

    @Test("draws below a bound all numbers and no other, about equally often")
    func bounded() {
        var generator = SeededGenerator(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.next(below: 7)] += 1 }
        for count in counts { #expect((9_600...10_400).contains(count), "\(counts)") }
        #expect((0..<100).allSatisfy { _ in generator.next(below: 1) == 0 })
    }
}
