using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Provisioning;

#pragma warning disable CA1032 // there is no such exception without the error that it carries
/// <summary>The Provisioning API refused with an error of its own. All others come as <see cref="GDataException"/>.</summary>
public sealed class AppsException : GDataException
{
    /// <summary>An error of the Provisioning API.</summary>
    /// <param name="status">The HTTP status of the answer.</param>
    /// <param name="errors">At least one; the first is what the exception is about.</param>
    public AppsException(int status, AtomList<AppsError> errors) : base(ErrorOf(status, errors)) => Errors = errors;

    /// <summary>What the API said first.</summary>
    public AppsError AppsError => Errors[0];

    /// <summary>All that the API said.</summary>
    public AtomList<AppsError> Errors { get; }

    internal static GDataException OfAnswer(GDataError error, ReadOnlyMemory<byte> body)
    {
        using var bytes = new MemoryStream(body.ToArray());
        var errors = AppsError.ReadDocument(bytes);
        return errors.Count > 0 ? new AppsException(error.Status, errors) : new GDataException(error);
    }

    private static GDataError ErrorOf(int status, AtomList<AppsError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Count > 0
            ? new(status, FormattableString.Invariant($"{errors[0].Code}"), errors[0].Reason)
            {
                Domain = "Apps",
                Location = errors[0].InvalidInput,
                LocationType = errors[0].InvalidInput is null ? null : "input",
                Mend = errors[0].Mend,
            }
            : throw new ArgumentException("There is no exception without an error.", nameof(errors));
    }
}
