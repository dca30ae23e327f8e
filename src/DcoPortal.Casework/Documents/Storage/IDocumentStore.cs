namespace DcoPortal.Casework.Documents.Storage;

/// <summary>Keeps the bytes of documents, outside the database and outside wwwroot. Who may read them is not its business.</summary>
public interface IDocumentStore
{
    /// <summary>Stores the rest of <paramref name="content"/>, all of it or nothing. A key is written once.</summary>
    /// <param name="key">8 to 80 lower-case letters, digits and hyphens, such as a GUID.</param>
    /// <param name="content">Read from its current position; not closed.</param>
    /// <param name="ct">Stops the work; nothing is then stored.</param>
    /// <exception cref="ArgumentException">The key is not of that form.</exception>
    /// <exception cref="InvalidOperationException">The key is taken.</exception>
    /// <exception cref="DocumentStoreFullException">There is no room.</exception>
    /// <exception cref="DocumentStoreUnavailableException">The store is away.</exception>
    Task SaveAsync(string key, Stream content, CancellationToken ct);

    /// <summary>Opens what was stored; the caller disposes of it. It need not be seekable.</summary>
    /// <exception cref="DocumentNotFoundException">Nothing is stored under the key.</exception>
    /// <exception cref="DocumentStoreUnavailableException">The store is away.</exception>
    Task<Stream> OpenAsync(string key, CancellationToken ct);

    /// <summary>Removes what was stored; nothing there is no error.</summary>
    /// <exception cref="DocumentStoreUnavailableException">The store is away.</exception>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <summary>Returns when the store can be written to: for the readiness check.</summary>
    /// <exception cref="DocumentStoreUnavailableException">It cannot (full counts as well).</exception>
    Task CheckAsync(CancellationToken ct);
}

/// <summary>The store is away. The message may be shown to the user.</summary>
public class DocumentStoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to tell the user.</summary>
    public const string Explanation = "Documents cannot be saved or opened at the moment. Nothing was changed. Try again in a few minutes.";

    /// <summary>With the usual explanation.</summary>
    public DocumentStoreUnavailableException(Exception inner) : this(Explanation, inner)
    {
    }
}

/// <summary>The store has no room left. The message may be shown to the user.</summary>
public sealed class DocumentStoreFullException(Exception? inner = null)
    : DocumentStoreUnavailableException("The document was not saved because the portal has no space left for documents. Contact the DCO service.", inner);

/// <summary>The store has nothing under the key: a row points to bytes that are gone.</summary>
public sealed class DocumentNotFoundException(string key, Exception? inner = null) : Exception($"No document is stored under {key}.", inner);
