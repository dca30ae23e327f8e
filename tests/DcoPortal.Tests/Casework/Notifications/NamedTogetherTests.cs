using DcoPortal.Casework.Notifications;

namespace DcoPortal.Tests.Casework.Notifications;

public sealed class NamedTogetherTests
{
    [Theory]
    [InlineData("OT / SALT", true)]
    [InlineData("OT/SALT", true)]
    [InlineData("Gwen Pritchard, Joan Catterall", true)]
    [InlineData("Gwen Pritchard & Tariq Aziz", true)]
    [InlineData("Dr Rao and Dr Shaw", true)]
    [InlineData("Physiotherapy; Dietetics", true)]
    [InlineData("Pritchard, Gwen", false)]
    [InlineData("Gwen Pritchard, Occupational Therapist", false)]
    [InlineData("Joan Catterall, Royal Preston Hospital", false)]
    [InlineData("OT & SALT", true)]
    [InlineData("Speech and language therapy", false)]
    [InlineData("Speech & language therapy", false)]
    [InlineData("Speech & Language Therapy", false)]
    [InlineData("Child and Adolescent Mental Health", false)]
    [InlineData("Siân O’Rourke-Jones", false)]
    [InlineData("Mona", false)]
    [InlineData("n/a", false)]
    [InlineData(null, false)]
    public void A_field_that_may_name_more_than_one_is_known(string? name, bool may) => Assert.Equal(may, NamedTogether.AreIn(name));
}
