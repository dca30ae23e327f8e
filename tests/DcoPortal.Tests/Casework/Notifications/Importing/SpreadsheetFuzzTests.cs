using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

public sealed class SpreadsheetFuzzTests
{
    // bytes that have a meaning to one of the readers
    private static readonly byte[][] Spice =
    [
        "\""u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\t"u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray(), "'="u8.ToArray(), "\"\""u8.ToArray(),
        [0], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xFF], [0xC3], [0xFE, 0xFF], [0xFF, 0xFE], [0xCC, 0x81], [0x81],
        "99999"u8.ToArray(), "0001-01-01"u8.ToArray(), "31/12/9999"u8.ToArray(), "1/1/0001"u8.ToArray(), "29/02/2000"u8.ToArray(),
    ];

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(1530);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            Check(bytes);
        }
    }

    [Fact]
    public void A_sample_cut_short_anywhere_never_throws()
    {
        for (var length = 0; length < Sample.Bytes.Length; length += 41) Check(Sample.Bytes[..length]);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(36)]
    [InlineData(8)]
    public void A_sample_with_bytes_changed_added_and_lost_never_throws(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 120; i++)
        {
            var bytes = Sample.Bytes.ToList();
            for (var n = random.Next(1, 30); n > 0; n--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.InsertRange(at, Spice[random.Next(Spice.Length)]); break;
                    case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)); break;
                    default: bytes.InsertRange(at, bytes.GetRange(random.Next(at + 1), Math.Min(40, bytes.Count - at))); break;
                }

                if (bytes.Count == 0) break;
            }

            Check([.. bytes]);
        }
    }

    [Fact]
    public void A_UTF_16_sample_with_bytes_lost_never_throws()
    {
        byte[] whole = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sample.Text)];
        var random = new Random(16);
        for (var i = 0; i < 100; i++)
        {
            var bytes = whole.ToList();
            bytes.RemoveAt(random.Next(2, bytes.Count));
            bytes[random.Next(2, bytes.Count)] = (byte)random.Next(0xD8, 0xE0);
            Check([.. bytes]);
        }
    }

    // whatever comes in, what comes out keeps its promises
    private static void Check(byte[] bytes)
    {
        var reading = Sample.Read(bytes);
        Assert.True((reading.Failure is null && reading.Question is null) == reading.Rows.Count > 0);
        Assert.All(reading.Rows, row =>
        {
            Assert.Equal(row.Result == VerdictKind.Error, row.Notification is null);
            Assert.Equal(row.Result == VerdictKind.Error, row.Problems.Any(p => !p.IsWarning));
            if (row.Notification is { } n) Assert.True(n.RequestReceivedOn <= Sample.Today && n.DateOfBirth <= n.RequestReceivedOn);
        });
        if (reading.Rows.Count > 0) Assert.NotEmpty(RefusedRows.Write(reading));
    }
}
