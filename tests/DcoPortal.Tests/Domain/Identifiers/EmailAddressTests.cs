using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Tests.Domain.Identifiers;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("priya.nair@lsc-icb.example.nhs.uk")]
    [InlineData("o'brien+send@nhs.net")]
    [InlineData("A_b-1@x.co")]
    public void An_address_that_can_receive_mail_is_one(string address) => Assert.True(EmailAddress.CanReceive(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name@nhs")]
    [InlineData("name@@nhs.net")]
    [InlineData("a,b@nhs.net")]
    [InlineData("a b@nhs.net")]
    [InlineData("o’brien@nhs.net")]
    [InlineData("name@nhs,net")]
    [InlineData("name@nhs.net.")]
    [InlineData("name@.nhs.net")]
    [InlineData("na..me@nhs.net")]
    [InlineData(".name@nhs.net")]
    [InlineData("Name <name@nhs.net>")]
    [InlineData("name@nhs.net\r\nBcc: x@y.zz")]
    [InlineData("name@-nhs.net")]
    [InlineData("name@10.0.0.1")]
    public void What_cannot_receive_mail_is_not_one(string? address) => Assert.False(EmailAddress.CanReceive(address));

    [Theory]
    [InlineData("ZZ993VZ", "ZZ99 3VZ")]
    [InlineData("zz99 3wz", "ZZ99 3WZ")]
    public void The_national_postcodes_for_no_fixed_abode_and_not_known_are_valid(string typed, string postcode)
    {
        Assert.True(Postcode.TryParse(typed, out var value, out _));
        Assert.Equal(postcode, value.Value);
    }
}
