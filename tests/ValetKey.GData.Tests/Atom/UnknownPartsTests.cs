using ValetKey.GData.Atom;
using ValetKey.GData.Calendar;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Atom;

/// <summary>What nobody here knows comes back on the same element, whatever element that is.</summary>
public sealed class UnknownPartsTests
{
    private const string Root = "xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005' xmlns:apps='http://schemas.google.com/apps/2006' "
        + "xmlns:gCal='http://schemas.google.com/gCal/2005' xmlns:docs='http://schemas.google.com/docs/2007' xmlns:app='http://www.w3.org/2007/app' "
        + "xmlns:openSearch='http://a9.com/-/spec/opensearch/1.1/' xmlns:x='urn:x'";

    [Theory]
    [InlineData("<id x:y='z'>a</id>")]
    [InlineData("<updated x:y='z'>2011-06-01T09:30:00.000Z</updated>")]
    [InlineData("<app:edited x:y='z'>2011-06-01T09:30:00.000Z</app:edited>")]
    [InlineData("<title type='text' xml:lang='en' x:y='z'>a</title>")]
    [InlineData("<summary type='html' xml:base='http://www.example.com/'>a</summary>")]
    [InlineData("<content type='application/xml' x:y='z'><x:a b='c'>d</x:a></content>")]
    [InlineData("<category term='a' x:y='z'><x:a/></category>")]
    [InlineData("<link href='a' x:y='z'><x:a/></link>")]
    [InlineData("<author x:y='z'><name>a</name><x:a/></author>")]
    [InlineData("<source x:y='z'><id>a</id></source>")]
    [InlineData("<app:control><app:draft>yes</app:draft></app:control>")]
    [InlineData("<x:a xml:space='preserve'> <x:b/> </x:a>")]
    [InlineData("<x:a>mixed <x:b/> content</x:a>")]
    [InlineData("<a xmlns=''><b c='d'/></a>")]
    [InlineData("<apps:login userName='a' x:y='z' later='w'><x:a/></apps:login>")]
    [InlineData("<apps:name familyName='a' later='w'><x:a/></apps:name>")]
    [InlineData("<apps:quota limit='1' later='w'><x:a/></apps:quota>")]
    [InlineData("<gd:feedLink href='a' later='w'><x:a/></gd:feedLink>")]
    [InlineData("<gd:where valueString='a' later='w'><x:a/></gd:where>")]
    [InlineData("<gCal:color value='a' later='w'><x:a/></gCal:color>")]
    [InlineData("<gCal:hidden value='true' later='w'><x:a/></gCal:hidden>")]
    [InlineData("<gCal:timesCleaned value='1' later='w'><x:a/></gCal:timesCleaned>")]
    [InlineData("<gd:resourceId x:y='z'>document:a</gd:resourceId>")]
    [InlineData("<gd:lastModifiedBy x:y='z'><email>a</email><x:a/></gd:lastModifiedBy>")]
    [InlineData("<gd:lastViewed x:y='z'>2011-06-01T09:30:00.000Z</gd:lastViewed>")]
    [InlineData("<docs:writersCanInvite value='true' x:y='z'/>")]
    public void Come_back(string element)
    {
        var document = $"<entry {Root} xml:lang='en' x:z='1'>{element}</entry>";
        AssertComesBack<Entry>(document);
        AssertComesBack<UserEntry>(document);
        AssertComesBack<CalendarEntry>(document);
        AssertComesBack<DocumentEntry>(document);
    }

    [Theory]
    [InlineData("<openSearch:totalResults x:y='z'>1</openSearch:totalResults>")]
    [InlineData("<openSearch:Query role='request'/>")]
    [InlineData("<generator version='1' x:y='z'>a</generator>")]
    [InlineData("<subtitle type='text' x:y='z'>a</subtitle>")]
    [InlineData("<gCal:timezone value='Europe/Zurich'/>")]
    public void Come_back_in_a_feed(string element)
    {
        var document = $"<feed {Root} xml:lang='en'>{element}<entry x:y='z'/></feed>";
        Assert.All(ProtocolVersion.All, version => Assert.Equal(Essence.Of(document), Essence.Of(Xml.Of(Xml.Feed<CalendarEntry>(document), version))));
    }

    [Fact]
    public void Stay_when_the_value_beside_them_is_changed()
    {
        var calendar = Xml.Entry<CalendarEntry>($"<entry {Root}><gCal:color value='#111111' later='w'/></entry>") with { Color = "#222222" };
        Assert.Contains("<gCal:color value=\"#222222\" later=\"w\" />", Xml.Of(calendar, ProtocolVersion.V2), StringComparison.Ordinal);
    }

    private static void AssertComesBack<TEntry>(string document) where TEntry : Entry, IAtomEntry<TEntry>
    {
        var entry = Xml.Entry<TEntry>(document);
        Assert.All(ProtocolVersion.All, version =>
        {
            var written = Xml.Of(entry, version);
            Assert.Equal(Essence.Of(document), Essence.Of(written));
            Assert.Equal(entry, Xml.Entry<TEntry>(written));
        });
    }
}
