using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace DcoPortal.Casework.Documents.Storage;

/// <summary>Documents as objects in any S3-compatible store.</summary>
internal sealed class S3DocumentStore(S3Options options) : IDocumentStore, IDisposable
{
    private readonly AmazonS3Client client = Client(options);

    public async Task SaveAsync(string key, Stream content, CancellationToken ct)
    {
        DocumentKey.Checked(key);
        // a single request needs the length first: an upload is a file already, anything else becomes one
        await using var buffer = content.CanSeek ? null : await TemporaryCopyAsync(content, ct);
        await GuardedAsync(async () =>
        {
            if (await ExistsAsync(key, ct))
                throw new InvalidOperationException($"A document is already stored under {key}.");
            await PutAsync(key, buffer ?? content, ct);
            return true;
        }, ct);
    }

    public Task<Stream> OpenAsync(string key, CancellationToken ct)
    {
        DocumentKey.Checked(key);
        return GuardedAsync(async () =>
        {
            try
            {
                return (await client.GetObjectAsync(options.Bucket, key, ct)).ResponseStream;
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
            {
                throw new DocumentNotFoundException(key, missing);
            }
        }, ct);
    }

    // deleting what is not there succeeds in S3 itself
    public Task DeleteAsync(string key, CancellationToken ct)
    {
        DocumentKey.Checked(key);
        return GuardedAsync(() => client.DeleteObjectAsync(options.Bucket, key, ct), ct);
    }

    public Task CheckAsync(CancellationToken ct) => GuardedAsync(async () =>
    {
        var probe = $"readiness-check-{Guid.NewGuid():N}";
        using var content = new MemoryStream([1]);
        await PutAsync(probe, content, ct);
        return await client.DeleteObjectAsync(options.Bucket, probe, ct);
    }, ct);

    public void Dispose() => client.Dispose();

    private static AmazonS3Client Client(S3Options options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.ForcePathStyle,
            // other makers' stores do not know the newer checksums
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            MaxErrorRetry = 2,
        };
        // a service address and a region exclude each other, but the signature needs the region
        if (options.ServiceUrl is null)
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (options.ServiceUrl, options.Region);
        return string.IsNullOrEmpty(options.AccessKey)
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    private async Task<bool> ExistsAsync(string key, CancellationToken ct)
    {
        try
        {
            await client.GetObjectMetadataAsync(options.Bucket, key, ct);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private Task<PutObjectResponse> PutAsync(string key, Stream content, CancellationToken ct) => client.PutObjectAsync(new PutObjectRequest
    {
        BucketName = options.Bucket,
        Key = key,
        InputStream = content,
        AutoCloseStream = false,
        AutoResetStreamPosition = false,
        UseChunkEncoding = false,
        ContentType = "application/octet-stream",
    }, ct);

    private static async Task<FileStream> TemporaryCopyAsync(Stream content, CancellationToken ct)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await content.CopyToAsync(file, ct);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (AmazonS3Exception full) when (full.StatusCode == HttpStatusCode.InsufficientStorage || full.ErrorCode == "QuotaExceeded")
        {
            throw new DocumentStoreFullException(full);
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
            || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new DocumentStoreUnavailableException(away);
        }
    }
}
