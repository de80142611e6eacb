using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Provisioning;

public sealed class AppsErrorTests
{
    private static readonly AppsError Missing = AppsErrorCode.EntityDoesNotExist.For("liz");

    [Fact]
    public void Is_written_as_the_provisioning_api_wrote_it() =>
        Golden.Matches("apps-errors.xml", Xml.Written(w => AppsError.WriteDocument(w, Missing, AppsErrorCode.UnknownError.For())));

    [Fact]
    public void Is_read_as_it_was_written() =>
        Assert.Equal([Missing, AppsErrorCode.UnknownError.For()], AppsError.ReadDocument(Xml.Bytes(Golden.Text("apps-errors.xml"))));

    [Theory]
    [InlineData("<AppsForYourDomainErrors xmlns='urn:x'><fault xmlns='urn:y' errorCode='1301' invalidInput='liz' reason='EntityDoesNotExist'/></AppsForYourDomainErrors>")]
    [InlineData("<?xml version='1.0'?>\n<AppsForYourDomainErrors>\n <error errorCode=\"1301\" invalidInput=\"liz\" reason=\"EntityDoesNotExist\" />\n</AppsForYourDomainErrors>\n")]
    public void Is_read_from_the_children_whatever_they_are_called(string document) => Assert.Equal([Missing], AppsError.ReadDocument(Xml.Bytes(document)));

    [Theory]
    [InlineData("")]
    [InlineData("<AppsForYourDomainErrors/>")]
    [InlineData("<AppsForYourDomainErrors><error errorCode='many'/></AppsForYourDomainErrors>")]
    [InlineData("<AppsForYourDomainErrors><error errorCode='1301'/>")]
    [InlineData("<other><error errorCode='1301'/></other>")]
    [InlineData("<!DOCTYPE a><AppsForYourDomainErrors><error errorCode='1301'/></AppsForYourDomainErrors>")]
    public void Is_none_where_the_document_is_another(string document) => Assert.Empty(AppsError.ReadDocument(Xml.Bytes(document)));

    [Fact]
    public void Keeps_a_code_that_is_not_known_here()
    {
        var error = Assert.Single(AppsError.ReadDocument(Xml.Bytes("<AppsForYourDomainErrors><error errorCode='1999' reason='New'/></AppsForYourDomainErrors>")));
        Assert.Equal(new AppsError(1999, "New", null), error);
        Assert.Null(error.Kind);
        Assert.NotEmpty(error.Mend);
    }
}
