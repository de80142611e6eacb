using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Provisioning;

public sealed class AppsErrorCodeTests
{
    [Fact]
    public void Has_each_number_once_in_order()
    {
        var numbers = AppsErrorCode.All.Select(c => c.Number).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(30, numbers.Count);
    }

    [Fact]
    public void Lists_every_code_that_has_a_name() => Assert.Equal(
        typeof(AppsErrorCode).GetProperties().Where(p => p.PropertyType == typeof(AppsErrorCode)).Select(p => p.Name).Order(StringComparer.Ordinal),
        AppsErrorCode.All.Select(c => c.Reason).Order(StringComparer.Ordinal));

    [Fact]
    public void Comes_with_404_for_what_does_not_exist_and_400_for_the_rest() =>
        Assert.Equal([AppsErrorCode.EntityDoesNotExist], AppsErrorCode.All.Where(c => c.Status == 404).Where(c => c.Status != 400));

    [Fact]
    public void Is_found_by_its_number()
    {
        Assert.Same(AppsErrorCode.EntityExists, AppsErrorCode.Find(1300));
        Assert.Null(AppsErrorCode.Find(1));
    }
}
